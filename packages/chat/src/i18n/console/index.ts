import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type ConsoleWords = typeof en;
export const consoleWords = createDictionary<ConsoleWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
