const DAY_LENGTH = 86_400_000;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** A stretch of time: from the first millisecond of the epoch, up to and without the last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whether the text is a day that exists, `2026-01-31`, from the year 1000 on. */
export function isDay(text: string): boolean {
  const [, year, month, day] = (DAY.exec(text) ?? []).map(Number);
  if (!year || !month || !day || year < 1000) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The day after so many days. @param day `2026-01-31` */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_LENGTH).toISOString().slice(0, 10);
}

/** The day that an instant falls on. @param zone IANA name */
export function dayOf(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10);
}

/** A whole day as it passes in a zone: 23 or 25 hours where clocks change. @param zone IANA name */
export function daySpan(day: string, zone: string): Span {
  const start = Date.parse(`${day}T00:00:00Z`);
  return { from: toInstant(start, zone), to: toInstant(start + DAY_LENGTH, zone) };
}

/**
 * What a written date-time stands for: the second it names (a millisecond, if it has a fraction), or the whole day
 * if it is one; without an offset it is the zone's time. Undefined when it is no date-time.
 */
export function readSpan(text: string, zone: string): Span | undefined {
  if (isDay(text)) return daySpan(text, zone);
  const [, day, hour, minute, second = '00', fraction, offset] = INSTANT.exec(text) ?? [];
  if (!day || !isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  const milliseconds = fraction ? fraction.padEnd(4, '0').slice(0, 4) : '';
  const wall = Date.parse(`${day}T${hour ?? ''}:${minute ?? ''}:${second}${milliseconds}Z`);
  const shift = offset === undefined ? undefined : readOffset(offset);
  if (Number.isNaN(shift)) return undefined;
  const from = shift === undefined ? toInstant(wall, zone) : wall - shift;
  return { from, to: from + (fraction ? 1 : 1_000) };
}

/** Milliseconds of `Z`, `+02:00` or `-0530`; not a number beyond what clocks show. */
function readOffset(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (hours > 14 || minutes > 59) return NaN;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** The instant at which clocks of the zone show a wall time: the first, if twice; the end of the gap, if never. */
function toInstant(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - DAY_LENGTH, zone);
  const after = wall - offsetAt(wall + DAY_LENGTH, zone);
  const shown = [before, after].filter((instant) => instant + offsetAt(instant, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : before;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the zone's clocks are ahead of UTC. @throws RangeError when there is no such zone */
function offsetAt(instant: number, zone: string): number {
  if (zone === 'UTC') return 0;
  let format = formats.get(zone);
  if (!format) {
    const fields = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...fields, ...clock });
    formats.set(zone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const shown = Date.UTC(year, month - 1, day, hour, minute, second);
  return shown - Math.floor(instant / 1_000) * 1_000;
}
