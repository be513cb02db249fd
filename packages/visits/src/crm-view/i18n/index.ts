import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type CrmViewWords = typeof en;
export const crmViewWords = createDictionary<CrmViewWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
