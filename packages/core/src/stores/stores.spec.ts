import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStores } from './stores.js';

function source() {
  const stop = vi.fn();
  return { start: vi.fn(() => stop), stop };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('stores by key', () => {
  it('are made and started once for all users of a key', () => {
    const stores = createStores();
    const made = source();
    const create = vi.fn(() => made);
    const first = stores.use('visitors', create);
    const second = stores.use('visitors', create);
    expect(first.source).toBe(second.source);
    expect(create).toHaveBeenCalledTimes(1);
    expect(made.start).toHaveBeenCalledTimes(1);
    expect(stores.use('visits', source).source).not.toBe(made);
  });

  it('stop after the last user has gone', () => {
    const stores = createStores();
    const made = source();
    const first = stores.use('visitors', () => made);
    const second = stores.use('visitors', () => made);
    first.release();
    first.release();
    vi.runAllTimers();
    expect(made.stop).not.toHaveBeenCalled();
    second.release();
    vi.runAllTimers();
    expect(made.stop).toHaveBeenCalledTimes(1);
  });

  it('go on when a user moves in the page', () => {
    const stores = createStores();
    const made = source();
    stores.use('visitors', () => made).release();
    const again = stores.use('visitors', source);
    vi.runAllTimers();
    expect(again.source).toBe(made);
    expect(made.stop).not.toHaveBeenCalled();
  });

  it('are made anew after they were stopped', () => {
    const stores = createStores();
    const first = stores.use('visitors', source);
    first.release();
    vi.runAllTimers();
    expect(stores.use('visitors', source).source).not.toBe(first.source);
  });

  it('all stop when the client closes', () => {
    const stores = createStores();
    const [one, two] = [source(), source()];
    const { release } = stores.use('one', () => one);
    stores.use('two', () => two);
    stores.close();
    release();
    vi.runAllTimers();
    expect(one.stop).toHaveBeenCalledTimes(1);
    expect(two.stop).toHaveBeenCalledTimes(1);
  });
});
