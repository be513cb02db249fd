import { expect, it } from 'vitest';
import { dayOf, daySpan, readSpan } from './days.js';

const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);

it.each([
  ['2026-06-01', 'Europe/Paris', '2026-05-31T22:00', '2026-06-01T22:00'],
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00', '2026-03-29T22:00'],
  ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00', '2026-10-25T23:00'],
  // Clocks go from midnight to one: the day starts after the gap.
  ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00', '2026-03-29T21:00'],
  // Clocks go from one back to midnight: the day starts at the first midnight.
  ['2026-11-01', 'America/Havana', '2026-11-01T04:00', '2026-11-02T05:00'],
  ['2026-06-01', 'Asia/Kathmandu', '2026-05-31T18:15', '2026-06-01T18:15'],
])('%s in %s is from %s to %s', (day, zone, from, to) => {
  const span = daySpan(day, zone);
  expect([iso(span.from), iso(span.to)]).toEqual([from, to]);
  expect(dayOf(span.from, zone)).toBe(day);
  expect(dayOf(span.to - 1, zone)).toBe(day);
});

it('reads a wall time that clocks skip as the time after the gap, and one they show twice as the first', () => {
  const start = (text: string) => iso(readSpan(text, 'Europe/Paris')?.from ?? NaN);
  expect(start('2026-03-29T02:30:00')).toBe('2026-03-29T01:30');
  expect(start('2026-10-25T02:30:00')).toBe('2026-10-25T00:30');
});
