/** Formatters are expensive to make and are asked for at every drawing. */
const cache = new Map<string, unknown>();

export function cached<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind}/${locale}/${JSON.stringify(options)}`;
  const known = (cache.get(key) as T | undefined) ?? make();
  cache.set(key, known);
  return known;
}

/** A bad `lang` of the page must not break an element. */
const usable = (locale: string) => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/** Dates, numbers and lists as the reader's language writes them. */
export interface Formats {
  /** The language in force, as Intl knows it. */
  readonly locale: string;
  dateTime(time: string | Date): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** `3 min 20 s`, from milliseconds. */
  duration(ms: number): string;
  plural(count: number): Intl.LDMLPluralRule;
}

export function formatsFor(lang: string): Formats {
  const locale = usable(lang);
  const number = (value: number, options: Intl.NumberFormatOptions = {}) =>
    cached('number', locale, options, () => new Intl.NumberFormat(locale, options)).format(value);
  const unit = (value: number, name: string) =>
    number(value, { style: 'unit', unit: name, unitDisplay: 'short' });
  const when = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return {
    locale,
    number,
    dateTime: (time) =>
      cached('date', locale, when, () => new Intl.DateTimeFormat(locale, when)).format(new Date(time)),
    duration(ms) {
      const seconds = Math.max(0, Math.floor(ms / 1000));
      if (seconds < 60) return unit(seconds, 'second');
      if (seconds < 3600) return unit(Math.floor(seconds / 60), 'minute');
      return `${unit(Math.floor(seconds / 3600), 'hour')} ${unit(Math.floor((seconds % 3600) / 60), 'minute')}`;
    },
    plural: (count) => cached('plural', locale, {}, () => new Intl.PluralRules(locale)).select(count),
  };
}
