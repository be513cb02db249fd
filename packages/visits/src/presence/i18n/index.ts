import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type Words = typeof en;
export const words = createDictionary<Words>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
