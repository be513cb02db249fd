import { expect, test } from 'vitest';
import { Failure } from '../../platform/http/failure.js';
import type { Arrival } from './fold.js';
import { createGroupCommit, type Receipt } from './sink.js';

const arrival = (visitor: string) => ({ visitor, events: [] }) as unknown as Arrival;
const receipt = (visitorId: string): Receipt => ({ visitorId, visitId: '', commands: [] });

/** Writes when told to; remembers the batches. */
function manualWriter() {
  const batches: string[][] = [];
  const gates: (() => void)[] = [];
  const write = async (arrivals: Arrival[]) => {
    batches.push(arrivals.map(({ visitor }) => visitor));
    await new Promise<void>((resolve) => gates.push(resolve));
    if (arrivals.some(({ visitor }) => visitor === 'bad')) throw new Error('cannot be stored');
    return arrivals.map(({ visitor }) => receipt(visitor));
  };
  const open = async (count: number) => {
    while (gates.length < count) await new Promise(setImmediate);
    gates[count - 1]?.();
  };
  return { batches, write, open };
}

test('what arrives while a batch is written is the next batch; each gets its own answer', async () => {
  const { batches, write, open } = manualWriter();
  const sink = createGroupCommit(write);
  const first = sink.append(arrival('a'));
  await new Promise(setImmediate);
  const others = ['b', 'c'].map((visitor) => sink.append(arrival(visitor)));
  await open(1);
  expect((await first).visitorId).toBe('a');
  await open(2);
  expect((await Promise.all(others)).map(({ visitorId }) => visitorId)).toEqual(['b', 'c']);
  expect(batches).toEqual([['a'], ['b', 'c']]);
});

test('a request that comes in the turn in which the last batch ends is written too', async () => {
  const sink = createGroupCommit(async (arrivals) => arrivals.map(({ visitor }) => receipt(visitor)));
  const answer = await sink
    .append(arrival('a'))
    .then(() => undefined)
    .then(() => sink.append(arrival('b')));
  expect(answer.visitorId).toBe('b');
});

test('one request that cannot be stored does not take the others with it', async () => {
  const { write, open } = manualWriter();
  const sink = createGroupCommit(write);
  const answers = Promise.allSettled(['a', 'bad', 'c'].map((visitor) => sink.append(arrival(visitor))));
  for (let batch = 1; batch <= 4; batch++) await open(batch);
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('when too much waits, the next is told to come back', async () => {
  const { write } = manualWriter();
  const sink = createGroupCommit(write);
  for (let count = 0; count < 20_000; count++) void sink.append(arrival(String(count)));
  await expect(sink.append(arrival('one more'))).rejects.toMatchObject(
    new Failure(503, 'unavailable', {
      retryAfter: 2,
      detail: 'Too many events are waiting; try again shortly.',
    }),
  );
});
