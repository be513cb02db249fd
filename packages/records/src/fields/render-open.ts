import { html, type TemplateResult } from 'lit';
import { CrmRecordOpenEvent } from '../events.js';
import type { HrefFor } from './field-context.js';

interface Target {
  module: string;
  id: string;
  name: string;
}

/**
 * A record's name that opens it: asks the host by an event, and is a real link where the host tells addresses,
 * so that it opens in a new tab as links do. Where its host has `PeekLinks`, it shows the record's card.
 */
export function renderOpen({ module, id, name }: Target, hrefFor: HrefFor | undefined): TemplateResult {
  const open = (event: Event) => {
    // A link that is to open elsewhere is the browser's own affair.
    const { metaKey, ctrlKey, shiftKey } = event as MouseEvent;
    if (hrefFor && (metaKey || ctrlKey || shiftKey)) return;
    const isAllowed = event.currentTarget?.dispatchEvent(new CrmRecordOpenEvent(module, id));
    if (!isAllowed) event.preventDefault();
  };
  const text = html`<bdi class="cut">${name}</bdi>`;
  return hrefFor
    ? html`<a
        class="link record"
        part="record"
        href=${hrefFor(module, id)}
        data-module=${module}
        data-record-id=${id}
        @click=${open}
        >${text}</a
      >`
    : html`<button
        class="link record"
        part="record"
        type="button"
        data-module=${module}
        data-record-id=${id}
        @click=${open}
      >
        ${text}
      </button>`;
}
