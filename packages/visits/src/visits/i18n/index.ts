import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type VisitsWords = typeof en;
export const visitsWords = createDictionary<VisitsWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
