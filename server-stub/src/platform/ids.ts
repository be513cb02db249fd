import { randomInt } from 'node:crypto';

/** First millisecond that an id can carry: 2020-01-01T00:00:00Z. */
const epoch = 1_577_836_800_000n;

/**
 * Makes ids: 41 bits of milliseconds, 10 bits of node, 12 bits of counter; 63 bits, as text. They
 * sort by creation and have 18 or 19 digits, so that clients that parse them as int64 can.
 * @param node Number of this process, 0 to 1023; drawn when absent.
 */
export function createIds(node = randomInt(1024), now: () => number = Date.now): () => string {
  let last = 0n;
  let counter = 0n;
  return () => {
    let time = BigInt(now()) - epoch;
    if (time <= last) {
      time = last;
      counter += 1n;
      if (counter > 4095n) {
        time += 1n;
        counter = 0n;
      }
    } else {
      counter = 0n;
    }
    last = time;
    return ((time << 22n) | (BigInt(node) << 12n) | counter).toString();
  };
}

export const nextId = createIds();
