import type { CrmClient } from '../client.js';
import { toCrmError, type CrmError } from '../errors.js';

interface Follow<T> {
  room: string;
  /** Shortest time between two reads, ms. */
  gap: number;
  /** Reads what is new. @param wanted sequence that the room is known to have reached */
  read: (wanted: number) => Promise<T>;
  /** Takes in an answer. @returns the sequence that it holds */
  take: (answer: T) => number;
  fail: (error: CrmError) => void;
  /** The live link was lost, or is back. */
  link: (lost: boolean) => void;
  /** Somebody is writing in the room. */
  typing?: (author: string) => void;
}

export interface Follower {
  /** Reads, whatever the sequence says. */
  refresh(): void;
  stop(): void;
}

/**
 * Keeps a store level with a room: one read at a time, none more often than the gap, and
 * none at all when a hint tells nothing new.
 */
export function followRoom<T>(
  { realtime }: CrmClient,
  { room, gap, read, take, fail, link, typing }: Follow<T>,
): Follower {
  let wanted = 0;
  let known = 0;
  let isBehind = true;
  let isBusy = false;
  let isAsked = false;
  let isStopped = false;
  let isLost = false;
  let pause: ReturnType<typeof setTimeout> | undefined;

  async function run(): Promise<void> {
    isBusy = true;
    isBehind = false;
    try {
      const answer = await read(wanted);
      if (!isStopped) known = Math.max(known, take(answer));
    } catch (error) {
      // The next hint, the link's return or the reader's own retry reads again.
      isBehind = true;
      if (!isStopped) fail(toCrmError(error));
    }
    isBusy = false;
    if (!isStopped) pause = setTimeout(resume, gap);
  }

  function resume(): void {
    pause = undefined;
    if (!isAsked) return;
    isAsked = false;
    ask();
  }

  function ask(): void {
    if (!isBehind && wanted <= known) return;
    if (isBusy || pause !== undefined) isAsked = true;
    else void run();
  }

  function refresh(): void {
    isBehind = true;
    ask();
  }

  const onHint = (seq: number) => {
    wanted = Math.max(wanted, seq);
    ask();
  };
  const leave = realtime.join(room, onHint, typing);
  const onLink = () => {
    const { value } = realtime.state;
    // While it connects for the first time, nothing is lost.
    if (value !== (isLost ? 'online' : 'offline')) return;
    isLost = !isLost;
    link(isLost);
    if (!isLost) refresh();
  };
  const unwatch = realtime.state.subscribe(onLink);
  onLink();
  ask();

  return {
    refresh,
    stop() {
      isStopped = true;
      clearTimeout(pause);
      unwatch();
      leave();
    },
  };
}
