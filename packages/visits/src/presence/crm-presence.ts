import type { Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { styles } from './crm-presence.styles.js';
import { CrmPresenceChangedEvent } from './events.js';
import { words } from './i18n/index.js';
import { PresenceStore, type Presences } from './presence-store.js';

/**
 * The green dot beside a name: this lead or contact is on the site now. Nothing where they are not, where that is not
 * known, and for those who may not see visits. However many there are on a page, they ask together.
 *
 * @tagname crm-presence
 * @csspart dot - The dot.
 * @cssprop [--crm-positive] - Colour of the dot.
 * @fires {CrmPresenceChangedEvent} crm-presence-changed - The record has come to the site or left it.
 */
export class CrmPresence extends CrmElement {
  static override styles = [CrmElement.styles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Id of a lead or contact. */
  @property({ attribute: 'record-id' }) recordId = '';

  /** Whether they are on the site; for the page's own styles. */
  @property({ type: Boolean, reflect: true }) online = false;

  readonly #presences = new StoreController<Resource<Presences>, PresenceStore>(
    this,
    () => this.crm && { client: this.crm, key: 'presence', create: (client) => new PresenceStore(client) },
  );
  #watched: { source: PresenceStore; recordId: string; end: () => void } | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch();
  }

  protected override willUpdate(): void {
    this.#watch();
    this.online = this.#presences.value?.data?.has(this.recordId) ?? false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The first drawing tells nothing but that somebody is here.
    if (changed.has('online') && (changed.get('online') ?? false) !== this.online)
      this.dispatchEvent(new CrmPresenceChangedEvent(this.recordId, this.online));
  }

  protected override render(): TemplateResult | typeof nothing {
    const resource = this.#presences.value;
    const page = resource?.data?.get(this.recordId);
    if (!page) return nothing;
    const terms = this.terms(words);
    const text = resource?.stale ? terms.wasOnline : page.title ? terms.onlineOn(page.title) : terms.online;
    return html`<span class="mark" role="img" aria-label=${text} title=${text}
      ><span class="dot" part="dot" ?data-stale=${resource?.stale}></span
    ></span>`;
  }

  #watch(): void {
    const { source } = this.#presences;
    const { recordId } = this;
    if (this.#watched?.source === source && this.#watched?.recordId === recordId) return;
    this.#unwatch();
    if (!source || !recordId) return;
    this.#watched = { source, recordId, end: source.watch(recordId) };
  }

  #unwatch(): void {
    this.#watched?.end();
    this.#watched = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-presence': CrmPresence;
  }
}
