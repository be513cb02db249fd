import type { CrmRecord } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fieldValueStyles } from '../fields/field-value.styles.js';
import type { FieldDescription, ModuleMeta } from '../fields/module-meta.js';
import { renderFieldValue } from '../fields/render-field-value.js';
import { renderOpen } from '../fields/render-open.js';
import { keyFields, nameOf } from '../page/key-fields.js';
import { RecordElement } from '../page/record-element.js';
import { renderGone } from '../page/render-gone.js';
import { renderGlass } from '../page/render-icons.js';
import type { Values } from '../record/record-state.js';
// Templates are checked against it.
import '../page/photo/crm-record-photo.js';
import { styles } from './crm-record-card.styles.js';
import { Gestures } from './gestures.js';
import { Peek } from './peek.js';
import { placeCard } from './place-card.js';

/**
 * A quick look at a record: wraps a link or a name and shows a card when the pointer rests on it or it has the focus; by
 * a long press or a small button where nothing can hover. The record is read when somebody shows interest.
 *
 * @tagname crm-record-card
 * @slot - The link or the name that the card belongs to.
 * @slot presence - Beside the name in the card, such as a green dot.
 * @slot actions - More actions in the card.
 * @csspart card - The card.
 * @csspart peek - The button that shows it by touch.
 * @csspart actions - What can be done.
 * @csspart link - A link in a value.
 * @csspart record - The name of another record, which opens it.
 * @csspart empty - The words where the record is not there.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the record.
 * @fires {CrmRecordOpenEvent} crm-record-open - The reader wants to open the record.
 */
export class CrmRecordCard extends RecordElement {
  static override styles = [CrmElement.styles, controls, surfaces, fieldValueStyles, styles];

  /** Another element that the card belongs to, instead of what is in the slot. */
  get anchor(): HTMLElement | undefined {
    return this.#gestures.anchor;
  }

  set anchor(anchor: HTMLElement | undefined) {
    this.#gestures.anchor = anchor;
    this.requestUpdate();
  }

  readonly #peek = new Peek(this);
  readonly #gestures = new Gestures(this, this.#peek);

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('scroll', this.#place, { capture: true, passive: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('scroll', this.#place, { capture: true });
  }

  /** Hears of interest in the anchor that began before it was the anchor. */
  begin(event: Event): void {
    this.#gestures.begin(event);
  }

  protected override isNeeded(): boolean {
    return this.#peek.isWanted;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const card = this.#card;
    if (!card) return;
    card.togglePopover(this.#peek.isOpen);
    this.#place();
  }

  protected override render(): TemplateResult {
    const { words: terms } = this;
    return html`<span class="trigger"
      ><slot></slot>${this.anchor ? nothing : this.renderPeek()}<span
        class="menu"
        popover="manual"
        role="dialog"
        part="card"
        aria-label=${terms.quickLook}
        >${this.#peek.isOpen ? this.renderContent() : nothing}</span
      ></span
    >`;
  }

  protected renderPeek(): TemplateResult {
    return html`<button
      class="icon-button peek"
      type="button"
      part="peek"
      aria-label=${this.words.quickLook}
      aria-expanded=${this.#peek.isOpen}
      @click=${() => this.#peek.toggle()}
    >
      ${renderGlass()}
    </button>`;
  }

  protected renderContent() {
    const { meta, record } = this;
    const { data: module } = meta.value ?? {};
    const { data, error } = record.value ?? {};
    if (error?.kind === 'not_found') return renderGone(this.words);
    const resource: Resource<unknown> | undefined = module ? record.value : meta.value;
    return renderResource(resource, {
      terms: (words) => this.terms(words),
      retry: () => (module ? record.source?.refresh() : void meta.source?.refresh()),
      isEmpty: () => !module || !data,
      empty: () => nothing,
      ready: () => (module && data ? this.renderCard(module, data) : nothing),
    });
  }

  protected renderCard(meta: ModuleMeta, record: CrmRecord): TemplateResult {
    const name = nameOf(meta, record);
    const facts = [...keyFields(meta), ...[meta.fields.get('Owner')].flatMap((owner) => owner ?? [])];
    return html`
      <div class="who">
        <crm-record-photo
          module=${this.module}
          record-id=${this.recordId}
          .client=${this.client}
        ></crm-record-photo>
        <div class="names">
          <strong><bdi>${name}</bdi></strong
          ><slot name="presence"></slot>
          <div class="muted">${meta.singular}</div>
        </div>
      </div>
      <dl>${facts.map((field) => this.renderFact(field, (record as Values)[field.api_name]))}</dl>
      ${this.renderActions(meta, record)}
    `;
  }

  protected renderFact(field: FieldDescription, value: unknown): TemplateResult | typeof nothing {
    if (value === null || value === undefined) return nothing;
    return html`<dt>${field.display_label}</dt>
      <dd>${renderFieldValue(field, value, this.context)}</dd>`;
  }

  protected renderActions(meta: ModuleMeta, record: Values): TemplateResult {
    const { words: terms } = this;
    const email = textOf(record.Email);
    const phone = textOf(record.Phone) || textOf(record.Mobile);
    return html`<div class="actions" part="actions">
      ${renderOpen({ module: meta.apiName, id: this.recordId, name: terms.open }, this.hrefFor)}
      ${email ? html`<a class="action" href="mailto:${encodeURI(email)}">${terms.sendMail}</a>` : nothing}
      ${phone ? html`<a class="action" href="tel:${phone.replace(/[^\d+*#]/g, '')}">${terms.call}</a>` : nothing}
      <slot name="actions"></slot>
    </div>`;
  }

  get #card(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.menu');
  }

  readonly #place = () => {
    const card = this.#card;
    if (!card || !this.#peek.isOpen) return;
    const [first] = this.#anchors;
    if (first) placeCard(first.getBoundingClientRect(), card, getComputedStyle(this).direction === 'rtl');
  };

  /** What the card belongs to: the element in the slot, or the text's own box. */
  get #anchors(): Element[] {
    const slot = this.renderRoot.querySelector('slot');
    return [...(this.anchor ? [this.anchor] : []), ...(slot?.assignedElements() ?? []), this];
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-card': CrmRecordCard;
  }
}
