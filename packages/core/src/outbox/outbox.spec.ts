import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CrmError } from '../errors.js';
import { openOutbox, type OutboxEntry, type SendEntry } from './outbox.js';
import { memoryStorage } from './storage.js';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const offline = new CrmError('offline', 'offline', 'no network');
const refusal = new CrmError('refused', 'conversation_ended', 'over');
const settle = () => vi.advanceTimersByTimeAsync(0);

/** An outbox whose tries are answered in turn; after that each succeeds. */
function begin(answers: (CrmError | undefined)[] = [], storage = memoryStorage()) {
  const tried: string[] = [];
  const send: SendEntry = async ({ id }: OutboxEntry) => {
    tried.push(id);
    const error = answers.shift();
    if (error) throw error;
  };
  const outbox = openOutbox({ storage: Promise.resolve(storage), name: 'test', topic: 'chat', send });
  return { outbox, tried, storage, waiting: () => outbox.entries.value.map(({ id }) => id) };
}

describe('the outbox', () => {
  it('sends in the order of writing, also within one tick and when the clock is turned back', async () => {
    const { outbox, tried } = begin();
    await Promise.all(['z', 'y', 'x'].map((id) => outbox.add(id, {})));
    vi.setSystemTime(Date.now() - 3_600_000);
    await outbox.add('w', {});
    await settle();
    expect(tried).toEqual(['z', 'y', 'x', 'w']);
  });

  it('keeps what was written before it is sent, for the next page too', async () => {
    const { outbox, waiting, storage } = begin([offline]);
    await outbox.add('a', { text: 'Hello' });
    expect(waiting()).toEqual(['a']);
    outbox.close();
    const next = begin([], storage);
    await settle();
    expect(next.tried).toEqual(['a']);
    expect(next.waiting()).toEqual([]);
  });

  it('tries again, later and later, and nothing overtakes', async () => {
    const { outbox, tried } = begin([offline, offline]);
    await outbox.add('a', {});
    await settle();
    await outbox.add('b', {});
    await settle();
    expect(tried).toEqual(['a', 'a']);
    await vi.advanceTimersByTimeAsync(249);
    expect(tried).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(501);
    expect(tried).toEqual(['a', 'a', 'a', 'b']);
  });

  it('tries at once when it is told to, and one more failure is not the sixth', async () => {
    const { outbox, tried } = begin(Array.from({ length: 20 }, () => offline));
    await outbox.add('a', {});
    await vi.advanceTimersByTimeAsync(8_000);
    const before = tried.length;
    expect(before).toBeGreaterThanOrEqual(5);
    outbox.flush();
    await settle();
    expect(tried).toHaveLength(before + 1);
    await vi.advanceTimersByTimeAsync(750);
    expect(tried.length).toBeGreaterThan(before + 1);
  });

  it('sets a refused one aside, and sends it when that is asked for', async () => {
    const { outbox, tried, waiting } = begin([refusal]);
    await outbox.add('a', {});
    await outbox.add('b', {});
    await settle();
    expect(tried).toEqual(['a', 'b']);
    expect(outbox.entries.value).toMatchObject([{ id: 'a', refused: 'conversation_ended' }]);
    await outbox.retry('a');
    await settle();
    expect(waiting()).toEqual([]);
  });

  it('forgets what is discarded', async () => {
    const { outbox, waiting } = begin([refusal]);
    await outbox.add('a', {});
    await settle();
    await outbox.discard('a');
    expect(waiting()).toEqual([]);
  });
});
