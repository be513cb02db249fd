import { cached, type Formats } from './format.js';

const steps = [
  { below: 45, size: 1, unit: 'second' },
  { below: 2_700, size: 60, unit: 'minute' },
  { below: 79_200, size: 3_600, unit: 'hour' },
  { below: 604_800, size: 86_400, unit: 'day' },
] as const;

/** A day, from `2026-03-04`; no time zone moves it. */
export function formatDay({ locale }: Formats, day: string): string {
  const format = cached(
    'day',
    locale,
    {},
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }),
  );
  return format.format(new Date(`${day.slice(0, 10)}T00:00:00Z`));
}

/** `5 minutes ago`, `yesterday`; date and time when it is more than a week away. @param now epoch ms */
export function formatRelative(formats: Formats, time: string | Date, now = Date.now()): string {
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  const step = steps.find(({ below }) => Math.abs(seconds) < below);
  if (!step) return formats.dateTime(time);
  const { locale } = formats;
  const make = () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return cached('relative', locale, {}, make).format(Math.trunc(seconds / step.size), step.unit);
}

/** `1.5 MB`, from bytes. */
export function formatBytes(formats: Formats, count: number): string {
  const power = count < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3));
  const unit = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const)[power] ?? 'byte';
  return formats.number(count / 1000 ** power, {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}

/** `a, b and c`. */
export function formatList({ locale }: Formats, parts: readonly string[]): string {
  return cached('list', locale, {}, () => new Intl.ListFormat(locale)).format(parts);
}
