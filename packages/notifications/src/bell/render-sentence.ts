import type { Notification } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';

/** What happened, in the reader's language; a kind that is not known is told in the server's words. */
export function renderSentence({ kind, actor, record, text }: Notification, words: Words): TemplateResult {
  const known = words.kinds[kind];
  if (!known) return html`<bdi>${text}</bdi>`;
  const parts: Record<string, TemplateResult> = {
    actor: html`<b><bdi>${actor?.name}</bdi></b>`,
    // Whoever is no record is named by the text.
    rule: html`<b><bdi>${text}</bdi></b>`,
    visitor: html`<b><bdi>${text}</bdi></b>`,
    record: record?.name ? html`<b><bdi>${record.name}</bdi></b>` : html`${words.aRecord}`,
  };
  // Every second piece is the name of a part.
  const pieces = (actor ? known.by : known.alone).split(/\{(\w+)\}/);
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? parts[piece] : piece))}`;
}
