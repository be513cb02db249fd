import type { Field } from '../../records/index.js';

/** How values are written into texts for people: in whose language, and on whose clock. */
export interface Reader {
  /** Language and country, `fr-FR`. */
  locale: string;
  timeZone: string;
}

type DataType = Field['dataType'];

const truth: Readonly<Record<string, readonly [string, string]>> = {
  en: ['Yes', 'No'],
  fr: ['Oui', 'Non'],
  ar: ['نعم', 'لا'],
};

function wordOf(value: boolean, locale: string): string {
  const [yes, no] = truth[locale.slice(0, 2)] ?? ['Yes', 'No'];
  return value ? yes : no;
}

/** A value as a person reads it; an empty one is nothing. */
export function formatValue(value: unknown, type: DataType | undefined, reader: Reader): string {
  const { locale, timeZone } = reader;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return new Intl.ListFormat(locale).format(value.map((each) => formatValue(each, undefined, reader)));
  switch (typeof value) {
    case 'boolean':
      return wordOf(value, locale);
    case 'number':
      return new Intl.NumberFormat(locale).format(value);
    case 'string':
      if (type === 'date')
        return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(value),
        );
      if (type === 'datetime')
        return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(
          new Date(value),
        );
      return value;
    default:
      return plainValue(value);
  }
}

/** A value as a program reads it: dates as ISO, references by their name. */
export function plainValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainValue).join(',');
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
      return String(value);
    case 'object':
      return value !== null && 'name' in value && typeof value.name === 'string' ? value.name : '';
    default:
      return '';
  }
}
