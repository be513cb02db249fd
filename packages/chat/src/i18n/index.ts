import { ar } from './ar.js';
import { en } from './en.js';
import { fr } from './fr.js';

export const words = { en, fr, ar };
export type Words = typeof en;
