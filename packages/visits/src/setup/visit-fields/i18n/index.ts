import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type FieldWords = typeof en;
export const fieldWords = createDictionary<FieldWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
