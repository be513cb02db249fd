import type { ToldField } from '@crm-elements/contract';

type ToldType = ToldField['data_type'];

/** A number that was written as one: what begins with a nought or a plus is a code or a telephone number. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/i;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MAX_TEXT = 255;
const MAX_INTEGER = 999_999_999;

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return DAY.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** From the narrowest type to the widest. */
const types: readonly (readonly [ToldType, (text: string) => boolean])[] = [
  ['boolean', (text) => /^(true|false)$/i.test(text)],
  [
    'integer',
    (text) => NUMBER.test(text) && Number.isInteger(Number(text)) && Math.abs(Number(text)) <= MAX_INTEGER,
  ],
  ['double', (text) => NUMBER.test(text)],
  ['date', isDay],
  ['datetime', (text) => INSTANT.test(text) && isDay(text.slice(0, 10))],
  ['email', (text) => EMAIL.test(text)],
  ['website', (text) => /^https?:/i.test(text) && URL.canParse(text)],
  ['text', (text) => text.length <= MAX_TEXT],
];

/** The narrowest type of a field that all values fit; empty ones say nothing. */
export function guessType(values: readonly unknown[]): ToldType {
  const texts = values.map((value) => String(value).trim()).filter(Boolean);
  if (texts.length === 0) return 'text';
  return types.find(([, fits]) => texts.every(fits))?.[0] ?? 'textarea';
}
