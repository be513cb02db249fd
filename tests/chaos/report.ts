import { quantile } from './consistency.js';

const SHOWN = 5;

export function line(words: string, value: string | number): string {
  return `${words.padEnd(34)}${String(value).padStart(12)}\n`;
}

export function timesLine(words: string, times: readonly number[]): string {
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => `${Math.round(quantile(times, share))}`);
  return line(`${words}, ms`, `p50 ${p50}  p99 ${p99}  max ${max}  of ${times.length}`);
}

/** One line a kind of fault, with the first few named. */
export function faultLines(faults: object): string {
  return Object.entries(faults as Record<string, string[]>)
    .map(
      ([kind, found]) =>
        line(kind, found.length) +
        found
          .slice(0, SHOWN)
          .map((one) => `    ${one}\n`)
          .join(''),
    )
    .join('');
}

export const countFaults = (faults: object): number =>
  Object.values(faults as Record<string, string[]>).reduce((sum, found) => sum + found.length, 0);
