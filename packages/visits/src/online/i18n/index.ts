import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type OnlineWords = typeof en;
export const onlineWords = createDictionary<OnlineWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
