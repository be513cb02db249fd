import { crmTime } from '../../crm-dialect/time.js';
import { wrongType, type FieldType } from './field-type.js';

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/i;

/** Whether a text is a day of the calendar, `2026-02-28`. */
function isDay(text: string): boolean {
  if (!DAY.test(text) || text.startsWith('0000')) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Reads a date-time with an offset; undefined when it is none, or outside of the years 1 to 9999. */
export function readInstant(text: string): Date | undefined {
  if (!INSTANT.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const instant = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  const year = instant.getUTCFullYear();
  return year >= 1 && year <= 9_999 ? instant : undefined;
}

export const timeTypes = {
  date: {
    jsonType: 'string',
    length: 10,
    sqlType: 'date',
    read: (value, field) =>
      typeof value === 'string' && isDay(value) ? { stored: value } : wrongType(field),
  },
  datetime: {
    jsonType: 'string',
    length: 25,
    sqlType: 'timestamptz',
    read(value, field) {
      const instant = typeof value === 'string' ? readInstant(value) : undefined;
      return instant ? { stored: crmTime(instant) } : wrongType(field);
    },
  },
} satisfies Record<string, FieldType>;
