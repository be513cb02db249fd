import { ar } from './ar.js';
import { en } from './en.js';
import { fr } from './fr.js';

export const consoleWords = { en, fr, ar };
export type ConsoleWords = typeof en;
