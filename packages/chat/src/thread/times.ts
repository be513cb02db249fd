import type { Language } from '@crm-elements/core/lit';

/** The reader's own variety of a language: 14:05 or 2:05 PM. */
const varietyOf = (language: Language): string =>
  navigator.languages.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language;

/** Times of messages, in the words of a language. */
export interface Times {
  clock(at: string): string;
  /** "Today", "Yesterday", else the date. */
  day(at: string, now: Date): string;
}

const cache = new Map<Language, Times>();

const startOfDay = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime();

/** Whole days between two times, as a calendar counts them. */
const daysBetween = (from: Date, to: Date) => Math.round((startOfDay(from) - startOfDay(to)) / 86_400_000);

function createTimes(language: Language): Times {
  const locale = varietyOf(language);
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    clock: (at) => clock.format(new Date(at)),
    day(at, now) {
      const time = new Date(at);
      const days = daysBetween(time, now);
      if (days > 0 || days < -1) return date.format(time);
      const text = near.format(days, 'day');
      return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
    },
  };
}

/** Formatters are expensive to make: one set for each language. */
export function timesFor(language: Language): Times {
  const times = cache.get(language) ?? createTimes(language);
  cache.set(language, times);
  return times;
}
