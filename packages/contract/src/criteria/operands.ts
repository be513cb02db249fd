import { CriteriaError } from './criteria-error.js';
import { addDays, dayOf, isDay, readSpan } from './days.js';

/** For whom and when criteria are read. */
export interface Context {
  /** IANA name; whole days and times without an offset are of this zone. UTC if not given. */
  readonly timeZone?: string;
  /** What `${TODAY}`, `${YESTERDAY}` and `${TOMORROW}` count from; the clock if not given. */
  readonly now?: Date;
  /** Id of the user that `${CURRENTUSER}` stands for. */
  readonly userId?: string;
}

export type RangeKind = 'number' | 'bigint' | 'date' | 'datetime';

/** Numbers, ids, days as text, and instants as milliseconds of the epoch: each compares by `<`. */
export type Operand = number | bigint | string;

export interface Bound {
  readonly value: Operand;
  readonly inclusive: boolean;
}

/** What lies between two bounds; without one it is open. */
export interface Range {
  readonly kind: RangeKind;
  readonly lower?: Bound;
  readonly upper?: Bound;
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const INTEGER = /^[+-]?\d{1,19}$/;
const MOST = 9_223_372_036_854_775_807n;
const shifts: Record<string, number> = { '${YESTERDAY}': -1, '${TODAY}': 0, '${TOMORROW}': 1 };

const wrong = (field: string, kind: string) =>
  new CriteriaError('value', `the value for ${field} is no ${kind}`, { field });

export function readText(value: string, { userId }: Context): string {
  return value.toUpperCase() === '${CURRENTUSER}' && userId !== undefined ? userId : value;
}

export function readBoolean(value: string, field: string): boolean {
  if (!/^(?:true|false)$/i.test(value)) throw wrong(field, 'boolean');
  return value.toLowerCase() === 'true';
}

/** An id of 63 bits, in its shortest form. */
export function readId(value: string, field: string): string {
  return String(readInteger(value, field));
}

function readInteger(value: string, field: string): bigint {
  const integer = INTEGER.test(value) ? BigInt(value.replace('+', '')) : undefined;
  if (integer === undefined || integer > MOST || integer < -MOST) throw wrong(field, 'integer');
  return integer;
}

function readNumber(value: string, field: string): number {
  const number = NUMBER.test(value) ? Number(value) : NaN;
  if (!Number.isFinite(number)) throw wrong(field, 'number');
  return number;
}

function readDay(value: string, field: string, context: Context): string {
  const day = relativeDay(value, context) ?? value;
  if (!isDay(day)) throw wrong(field, 'date');
  return day;
}

function relativeDay(value: string, { now, timeZone = 'UTC' }: Context): string | undefined {
  const shift = shifts[value.toUpperCase()];
  return shift === undefined ? undefined : addDays(dayOf(now?.getTime() ?? Date.now(), timeZone), shift);
}

/** What a value covers: itself, or for a date-time the second or the day that it names. */
function readExtent(kind: RangeKind, value: string, field: string, context: Context): [Bound, Bound] {
  const exactly = (operand: Operand): [Bound, Bound] => {
    const bound = { value: operand, inclusive: true };
    return [bound, bound];
  };
  if (kind === 'number') return exactly(readNumber(value, field));
  if (kind === 'bigint') return exactly(readInteger(value, field));
  if (kind === 'date') return exactly(readDay(value, field, context));
  const span = readSpan(relativeDay(value, context) ?? value, context.timeZone ?? 'UTC');
  if (!span) throw wrong(field, 'date-time');
  return [
    { value: span.from, inclusive: true },
    { value: span.to, inclusive: false },
  ];
}

const beyond = ({ value, inclusive }: Bound): Bound => ({ value, inclusive: !inclusive });

/** @throws CriteriaError when a value is none of this kind */
export function readRange(
  kind: RangeKind,
  operator: string,
  values: readonly string[],
  field: string,
  context: Context,
): Range {
  const [first = '', second = first] = values;
  const [lower, upper] = readExtent(kind, first, field, context);
  switch (operator) {
    case 'greater_than':
      return { kind, lower: beyond(upper) };
    case 'greater_equal':
      return { kind, lower };
    case 'less_than':
      return { kind, upper: beyond(lower) };
    case 'less_equal':
      return { kind, upper };
    default:
      return { kind, lower, upper: readExtent(kind, second, field, context)[1] };
  }
}
