import { createDictionary } from '@crm-elements/core/lit';
import { en } from './en.js';

export type NoticeWords = typeof en;
export const noticeWords = createDictionary<NoticeWords>(en, {
  fr: async () => (await import('./fr.js')).fr,
  ar: async () => (await import('./ar.js')).ar,
});
