/** Jobs that any number of nodes share: each is claimed by one of them. */
interface Jobs<J> {
  /** Takes jobs that are due, so that no other node does. */
  claim(most: number): Promise<J[]>;
  serve(job: J): Promise<void>;
  /** Jobs under way at the same time. */
  atOnce: number;
  pollMs: number;
  onError: (error: unknown) => void;
}

/**
 * Looks for jobs now and then, and at once after one is done.
 * @returns a function that stops it, when what is under way is done
 */
export function startWorker<J>({ claim, serve, atOnce, pollMs, onError }: Jobs<J>): () => Promise<void> {
  let stopped = false;
  let claiming: Promise<void> | undefined;
  const serving = new Set<Promise<void>>();

  async function take(): Promise<void> {
    for (const job of await claim(atOnce - serving.size)) {
      const service = serve(job)
        .catch(onError)
        .finally(() => {
          serving.delete(service);
          look();
        });
      serving.add(service);
    }
  }

  function look(): void {
    if (stopped || serving.size >= atOnce) return;
    claiming ??= take()
      .catch(onError)
      .finally(() => (claiming = undefined));
  }

  const timer = setInterval(look, pollMs);
  return async () => {
    stopped = true;
    clearInterval(timer);
    await claiming;
    await Promise.all(serving);
  };
}
