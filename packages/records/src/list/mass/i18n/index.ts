import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type MassWords = typeof en;
export const massWords = createDictionary<MassWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
