import type { OnlineVisitor, ONLINE_TIMEOUT } from '@crm-elements/contract';

const onlineTimeout: typeof ONLINE_TIMEOUT = 40_000;

/** Bounds of what has to be added to this machine's clock to get the server's, ms. */
export interface ClockSkew {
  least: number;
  most: number;
}

export const unknownSkew: ClockSkew = { least: -Infinity, most: Infinity };

/**
 * Somebody who is online has shown a sign of life within the timeout, so each answer says between
 * which times the server's clock stands. A clock within these bounds is believed.
 */
export function narrowSkew(
  { least, most }: ClockSkew,
  visitors: readonly OnlineVisitor[],
  now: number,
): ClockSkew {
  const seen = visitors
    .filter(({ online }) => online)
    .map((visitor) => Date.parse(visitor.last_seen_at) - now);
  return {
    least: Math.max(least, ...seen),
    most: Math.min(most, ...seen.map((time) => time + onlineTimeout)),
  };
}

/** The server's time, as far as it is known, ms since the epoch. */
export function serverTime({ least, most }: ClockSkew, now: number): number {
  return now + Math.max(least, Math.min(most, 0));
}
