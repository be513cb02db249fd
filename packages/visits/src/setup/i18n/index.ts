import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type SetupWords = typeof en;
export const setupWords = createDictionary<SetupWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
