import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type ReportWords = typeof en;
export const reportWords = createDictionary<ReportWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
