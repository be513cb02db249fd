import type { Socket } from 'node:net';

type Packet = Uint8Array | 'end';

/** One direction of a connection; what goes through can be held back, in order. */
export interface Pipe {
  /** Nothing passes until it is let go. */
  hold(): void;
  /** Each packet passes this much later, ms. */
  slow(ms: number): void;
  /** All that was held back passes now, and what follows at once. */
  letGo(): void;
  send(packet: Packet): void;
}

export function createPipe(to: Socket): Pipe {
  const waiting: Packet[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let held = false;
  let delay = 0;

  const pass = (packet: Packet) => {
    if (packet === 'end') to.end();
    else if (to.writable) to.write(packet);
  };
  const passFirst = () => {
    const packet = waiting.shift();
    if (packet !== undefined) pass(packet);
  };
  return {
    hold: () => void (held = true),
    slow: (ms) => void (delay = ms),
    letGo() {
      held = false;
      delay = 0;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      while (waiting.length > 0) passFirst();
    },
    send(packet) {
      if (!held && delay === 0 && waiting.length === 0) {
        pass(packet);
        return;
      }
      waiting.push(packet);
      if (held) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (!held) passFirst();
      }, delay);
      timers.add(timer);
    },
  };
}
