import { ar } from './ar.js';
import { en } from './en.js';
import { fr } from './fr.js';
import type { Texts } from './texts.js';

const languages: Readonly<Record<string, Texts>> = { en, fr, ar };

/** Texts in the language of a locale, `fr_FR`; English where that is not there. */
export const textsFor = (locale: string): Texts => languages[locale.slice(0, 2)] ?? en;
