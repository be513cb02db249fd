import { describe, expect, it, vi } from 'vitest';
import { Store } from './store.js';

describe('a store', () => {
  it('calls back on a change, not for the present value', () => {
    const store = new Store(1);
    const listener = vi.fn();
    store.subscribe(listener);
    expect(listener).not.toHaveBeenCalled();
    store.set(1);
    expect(listener).not.toHaveBeenCalled();
    store.set(2);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(store.value).toBe(2);
  });

  it('lets a listener go while it calls', () => {
    const store = new Store(1);
    const second = vi.fn();
    const stopFirst = store.subscribe(() => stopFirst());
    store.subscribe(second);
    store.set(2);
    store.set(3);
    expect(second).toHaveBeenCalledTimes(2);
  });
});
