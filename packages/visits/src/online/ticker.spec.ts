import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { everySecond } from './ticker.js';

class Page extends EventTarget {
  visibilityState = 'visible';
  turn(state: string) {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let page: Page;
beforeEach(() => {
  vi.useFakeTimers();
  page = new Page();
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the ticker', () => {
  it('serves all clocks with one timer and ends it with the last', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const stops = [everySecond(first), everySecond(second)];
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(3_000);
    expect(first).toHaveBeenCalledTimes(3);
    expect(second).toHaveBeenCalledTimes(3);
    stops.forEach((stop) => stop());
    expect(vi.getTimerCount()).toBe(0);
  });

  it('rests while the page is hidden and is right at once when it is seen again', () => {
    const listener = vi.fn();
    const stop = everySecond(listener);
    page.turn('hidden');
    expect(vi.getTimerCount()).toBe(0);
    page.turn('visible');
    expect(listener).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1_000);
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
  });

  it('does not start in a hidden page', () => {
    page.turn('hidden');
    const stop = everySecond(vi.fn());
    expect(vi.getTimerCount()).toBe(0);
    stop();
  });
});
