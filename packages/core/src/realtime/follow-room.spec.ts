import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CrmClient } from '../client.js';
import { CrmError } from '../errors.js';
import { followRoom } from './follow-room.js';
import type { LinkState, OnHint } from './realtime.js';
import { Store } from '../stores/store.js';

const GAP = 100;

function begin(read: (wanted: number) => Promise<number> = async () => 10) {
  const state = new Store<LinkState>('connecting');
  let hint: OnHint = () => undefined;
  const leave = vi.fn();
  const join = (_: string, onHint: OnHint) => {
    hint = onHint;
    return leave;
  };
  const client = { realtime: { state, join } } as unknown as CrmClient;
  const reading = vi.fn(read);
  const [take, fail, link] = [vi.fn((seq: number) => seq), vi.fn(), vi.fn()];
  const follower = followRoom(client, { room: 'visits', gap: GAP, read: reading, take, fail, link });
  return { follower, hint: (seq: number) => hint(seq), state, leave, reading, take, fail, link };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('following a room', () => {
  it('reads at the start, and again only when the room has moved on', async () => {
    const { hint, reading, take } = begin();
    await settle();
    expect(take.mock.calls).toEqual([[10]]);
    hint(10);
    await vi.advanceTimersByTimeAsync(GAP);
    expect(reading).toHaveBeenCalledTimes(1);
    hint(11);
    await settle();
    expect(reading).toHaveBeenCalledTimes(2);
    expect(reading).toHaveBeenLastCalledWith(11);
  });

  it('reads again after the gap when the answer was behind what is wanted by then', async () => {
    const answers = [10, 11, 13];
    const { hint, reading } = begin(async () => answers.shift() ?? 13);
    await vi.advanceTimersByTimeAsync(GAP);
    hint(11);
    hint(13);
    await vi.advanceTimersByTimeAsync(GAP - 1);
    expect(reading).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(reading).toHaveBeenCalledTimes(3);
    await vi.advanceTimersByTimeAsync(10 * GAP);
    expect(reading).toHaveBeenCalledTimes(3);
  });

  it('waits for a hint after a failure, and takes the same one as a reason', async () => {
    const trouble = [new CrmError('server', 'internal_error', 'no')];
    const { hint, reading, fail, take } = begin(async () => {
      const error = trouble.pop();
      if (error) throw error;
      return 10;
    });
    await vi.advanceTimersByTimeAsync(50 * GAP);
    expect(fail).toHaveBeenCalledTimes(1);
    expect(reading).toHaveBeenCalledTimes(1);
    hint(0);
    await settle();
    expect(take).toHaveBeenCalledWith(10);
  });

  it('tells of a lost link once, and catches up when it is back', async () => {
    const { state, reading, link } = begin();
    await vi.advanceTimersByTimeAsync(GAP);
    state.set('online');
    state.set('offline');
    state.set('connecting');
    state.set('offline');
    await settle();
    expect(link.mock.calls).toEqual([[true]]);
    expect(reading).toHaveBeenCalledTimes(1);
    state.set('online');
    await settle();
    expect(link.mock.calls).toEqual([[true], [false]]);
    expect(reading).toHaveBeenCalledTimes(2);
  });

  it('leaves the room and takes nothing in once stopped', async () => {
    const { follower, leave, state, take, reading } = begin();
    follower.stop();
    state.set('offline');
    state.set('online');
    await vi.advanceTimersByTimeAsync(10 * GAP);
    expect(leave).toHaveBeenCalledTimes(1);
    expect(reading).toHaveBeenCalledTimes(1);
    expect(take).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
