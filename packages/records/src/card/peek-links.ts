import type { CrmClient } from '@crm-elements/core';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { HrefFor } from '../fields/field-context.js';
import type { CrmRecordCard } from './crm-record-card.js';
import { loadCard } from '../load-card.js';

interface Host extends ReactiveElement {
  client: CrmClient | undefined;
  hrefFor: HrefFor | undefined;
}

const begins = ['pointerover', 'pointerdown', 'focusin'];
const ends = ['pointerout', 'pointerup', 'pointercancel', 'focusout'];

/**
 * Lets every link to a record that its host draws show the record's card: on hover, keyboard focus and long press. One
 * card serves all links; it stands beside its link, so that Tab leads into it.
 */
export class PeekLinks implements ReactiveController, EventListenerObject {
  #card: CrmRecordCard | undefined;
  #wanted: HTMLElement | undefined;

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of [...begins, ...ends]) this.host.renderRoot.addEventListener(type, this);
  }

  hostDisconnected(): void {
    for (const type of [...begins, ...ends]) this.host.renderRoot.removeEventListener(type, this);
    this.#wanted = undefined;
    this.#card?.remove();
  }

  handleEvent(event: Event): void {
    if (event.type !== 'pointerdown') this.#wanted = undefined;
    const link = begins.includes(event.type) ? linkOf(event) : undefined;
    if (link && (!this.#card?.isConnected || this.#card.anchor !== link)) void this.#offer(link, event);
  }

  async #offer(link: HTMLElement, event: Event): Promise<void> {
    this.#wanted = link;
    if (!customElements.get('crm-record-card')) await loadCard();
    // Whoever has left meanwhile wants nothing any more.
    if (this.#wanted !== link || !customElements.get('crm-record-card')) return;
    const { client, hrefFor } = this.host;
    const { module = '', recordId = '' } = link.dataset;
    const card = (this.#card ??= document.createElement('crm-record-card'));
    Object.assign(card, { client, hrefFor, module, recordId, anchor: link });
    link.after(card);
    card.begin(event);
  }
}

function linkOf({ type, target }: Event): HTMLElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLElement>('[data-record-id]') : null;
  if (!link || (type === 'focusin' && !link.matches(':focus-visible'))) return undefined;
  return link;
}
