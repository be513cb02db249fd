import { describe, expect, it } from 'vitest';
import { narrowSkew, serverTime, unknownSkew } from './clock-skew.js';
import { visitor } from '../testing/samples.js';

const server = Date.parse('2026-03-04T12:00:00Z');
const seen = (secondsAgo: number, online = true) =>
  visitor('1', { online, last_seen_at: new Date(server - secondsAgo * 1_000).toISOString() });
const HOUR = 3_600_000;

describe('the time of the server', () => {
  it('is that of this machine while nothing speaks against it', () => {
    expect(serverTime(unknownSkew, server)).toBe(server);
    expect(serverTime(narrowSkew(unknownSkew, [seen(3)], server), server)).toBe(server);
  });

  it('is known to within a sign of life where this clock is an hour slow', () => {
    const now = server - HOUR;
    const skew = narrowSkew(unknownSkew, [seen(3), seen(30)], now);
    expect(server - serverTime(skew, now)).toBe(3_000);
  });

  it('is known to within a sign of life where this clock is an hour fast', () => {
    const now = server + HOUR;
    const skew = narrowSkew(unknownSkew, [seen(3), seen(30)], now);
    expect(serverTime(skew, now) - server).toBe(10_000);
  });

  it('never runs backwards because of a later, looser answer', () => {
    const now = server - HOUR;
    const first = narrowSkew(unknownSkew, [seen(0)], now);
    expect(serverTime(narrowSkew(first, [seen(20)], now), now)).toBe(server);
  });

  it('learns nothing from those who have left', () => {
    expect(narrowSkew(unknownSkew, [seen(500, false)], server)).toEqual(unknownSkew);
  });
});
