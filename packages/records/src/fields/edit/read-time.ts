import type { Reading } from './draft.js';

/** Stands for a date that is half typed: the control keeps it to itself. */
export const INCOMPLETE = 'incomplete';

const two = (part: number) => String(part).padStart(2, '0');

/** An instant as a control for local date and time takes it, `2026-03-04T09:30`; seconds only where there are any. */
export function toLocalTime(instant: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return '';
  const day = `${String(time.getFullYear()).padStart(4, '0')}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const seconds = time.getSeconds() > 0 ? `:${two(time.getSeconds())}` : '';
  return `${day}T${two(time.getHours())}:${two(time.getMinutes())}${seconds}`;
}

/** Reads a day, `2026-03-04`. */
export function readDay(typed: string): Reading {
  const time = new Date(`${typed}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(typed) && !Number.isNaN(time.getTime());
  return isDay ? { value: typed } : { fault: { code: 'date' } };
}

/** Reads a local date and time into an instant of UTC. */
export function readTime(typed: string): Reading {
  const time = new Date(typed);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(typed) || Number.isNaN(time.getTime()))
    return { fault: { code: 'time' } };
  return { value: time.toISOString().replace(/\.\d+Z$/, '+00:00') };
}
