import { ar } from './ar.js';
import { en, type Words } from './en.js';
import { fr } from './fr.js';

export type { Words } from './en.js';

const dictionaries: Readonly<Record<string, Words>> = { en, fr, ar };

/** The words in a language that we have, and how it is written. */
export interface Language {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly words: Words;
}

/** The language of the page where `element` is; else the first of the reader's that we have; else English. */
export const languageOf = (element: Element): Language => {
  const page = element.closest<HTMLElement>('[lang]')?.lang;
  const known = [page, ...navigator.languages]
    .map((tag) => tag?.slice(0, 2).toLowerCase() ?? '')
    .find((tag) => Object.hasOwn(dictionaries, tag));
  const lang = known ?? 'en';
  return { lang, dir: lang === 'ar' ? 'rtl' : 'ltr', words: dictionaries[lang] ?? en };
};

/** How many fields are wrong, in words. */
export const toCorrect = ({ lang, words }: Language, count: number): string => {
  const text = words.toCorrect[new Intl.PluralRules(lang).select(count)] ?? words.toCorrect.other;
  return text.replace('{count}', new Intl.NumberFormat(lang).format(count));
};
