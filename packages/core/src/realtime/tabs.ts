/** The tabs of one browser that show the same thing: one of them leads. */
export interface Tabs {
  /** Sends to the other tabs. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls back when this tab leads; what is returned runs when it no longer does. */
  lead(begin: () => () => void): void;
  /** Calls back when the tab with this id is gone. */
  onGone(id: string, gone: () => void): void;
  /** Id of this tab. */
  readonly id: string;
  close(): void;
}

/** Undefined where the browser has no locks or no channels: each tab is then on its own. */
export function openTabs(name: string): Tabs | undefined {
  if (typeof BroadcastChannel === 'undefined' || !('locks' in navigator)) return undefined;
  const channel = new BroadcastChannel(name);
  const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
  const ended = new AbortController();
  const { signal } = ended;
  const untilEnd = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const aborted = () => undefined;
  // Held as long as the tab lives; others who ask for it learn when it is gone.
  navigator.locks.request(`${name}/${id}`, { signal }, () => untilEnd).catch(aborted);
  return {
    id,
    post: (message) => channel.postMessage(message),
    onMessage: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    lead(begin) {
      navigator.locks
        .request(`${name}/leader`, { signal }, async () => {
          const end = begin();
          await untilEnd;
          end();
        })
        .catch(aborted);
    },
    onGone: (tab, gone) => void navigator.locks.request(`${name}/${tab}`, { signal }, gone).catch(aborted),
    close() {
      ended.abort();
      channel.close();
    },
  };
}
