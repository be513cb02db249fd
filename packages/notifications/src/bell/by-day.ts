import { formatDay, type Formats } from '@crm-elements/core/lit';
import type { Words } from '../i18n/index.js';

/** The reader's day of a time, `2026-03-04`. */
function dayOf(time: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${part(time.getMonth() + 1)}-${part(time.getDate())}`;
}

interface Day<T> {
  day: string;
  rows: T[];
}

/** Rows, newest first, under the day that each was made on. */
export function groupByDay<T extends { created_at: string }>(rows: readonly T[]): Day<T>[] {
  const days: Day<T>[] = [];
  for (const row of rows) {
    const day = dayOf(new Date(row.created_at));
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

/** `Today`, `Yesterday`, or the date. */
export function nameDay(day: string, words: Words, formats: Formats, now = new Date()): string {
  if (day === dayOf(now)) return words.today;
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return day === dayOf(yesterday) ? words.yesterday : formatDay(formats, day);
}
