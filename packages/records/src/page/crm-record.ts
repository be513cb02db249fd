import type { CrmRecord as RecordData } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { PeekLinks } from '../card/peek-links.js';
import { fieldValueStyles } from '../fields/field-value.styles.js';
import type { FieldSection, ModuleMeta } from '../fields/module-meta.js';
import { lookupOf, renderFieldValue } from '../fields/render-field-value.js';
import type { Values } from '../record/record-state.js';
import { copyOf } from './copy-of.js';
import { styles } from './crm-record.styles.js';
import {
  CrmRecordCloneEvent,
  CrmRecordDeletedEvent,
  CrmRecordDeleteEvent,
  type CrmRecordCreatedEvent,
  CrmRelatedShownEvent,
} from './events.js';
// Its elements; templates are checked against them.
import './field/crm-record-field.js';
import './photo/crm-record-photo.js';
import './related/crm-related-list.js';
import './tags/crm-record-tags.js';
import { loadEditing } from '../load-editing.js';
import { detailSections } from './detail-sections.js';
import { keyFields, nameOf } from './key-fields.js';
import { RecordElement } from './record-element.js';
import { renderDeleteDialog } from './render-delete-dialog.js';
import { renderGone } from './render-gone.js';
import { renderHead } from './render-head.js';
import { renderRelated } from './render-related.js';

/**
 * The page of a record: head, business card, the sections of its layout with fields that are edited in place, and its
 * related lists; live. Without `record-id`, the form for a new record.
 *
 * Each related list can be replaced by an element of the host in the slot `related-<API name of the list>`, and the
 * name of each row, and of each record among the key facts, has a slot `presence-<id>` beside it.
 *
 * @tagname crm-record
 * @slot presence - Beside the name, such as a green dot.
 * @slot follow - Among the actions.
 * @slot actions - More actions.
 * @slot related - Before the related lists.
 * @slot related-end - After the related lists.
 * @csspart head - Name, owner, tags and actions.
 * @csspart name - The name of the record.
 * @csspart actions - The buttons of the head.
 * @csspart card - The business card: key facts.
 * @csspart section - A section of the layout.
 * @csspart nav - The way to the related lists.
 * @csspart related - A related list with what is in it.
 * @csspart link - A link in a value.
 * @csspart record - The name of another record, which opens it.
 * @csspart dialog - The question before a record is deleted.
 * @csspart empty - The words where the record is not there.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the record.
 * @fires {CrmRecordCloneEvent} crm-record-clone - The reader wants a copy; can be cancelled.
 * @fires {CrmRecordDeleteEvent} crm-record-delete - The reader wants to delete the record; can be cancelled.
 * @fires {CrmRecordDeletedEvent} crm-record-deleted - The record was moved to the recycle bin.
 * @fires {CrmRelatedShownEvent} crm-related-shown - The key facts lead to another record than before; a related list shows others.
 * @fires {CrmRecordOpenEvent} crm-record-open - The reader wants to open another record.
 */
export class CrmRecord extends RecordElement {
  static override styles = [CrmElement.styles, controls, surfaces, fieldValueStyles, styles];

  @state() private mode: 'view' | 'edit' | 'clone' = 'view';
  @state() private deletion: 'idle' | 'busy' | 'failed' = 'idle';
  /** Records that the related lists show, by list: each has a slot. */
  @state() private shown: ReadonlyMap<string, readonly string[]> = new Map();

  protected readonly peekLinks = new PeekLinks(this);
  /** Records that the key facts were told to lead to, by field. */
  readonly #lookups = new Map<string, string | undefined>();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('recordId') && !changed.has('module')) return;
    this.mode = 'view';
    this.shown = new Map();
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    void loadEditing();
  }

  protected override updated(): void {
    const { meta, record } = this;
    if (meta.value?.data && record.value?.data) this.#tellLookups(meta.value.data, record.value.data);
  }

  protected override render() {
    const { meta, record } = this;
    if (!this.recordId) return this.renderForm({});
    const { data: module } = meta.value ?? {};
    const { data, error } = record.value ?? {};
    if (error?.kind === 'not_found' && (!data || this.mode === 'view')) return renderGone(this.words);
    const resource: Resource<unknown> | undefined = module ? record.value : meta.value;
    return renderResource(resource, {
      terms: (words) => this.terms(words),
      retry: () => this.#retry(),
      isEmpty: () => !data || !module,
      empty: () => nothing,
      ready: () => (data && module ? this.renderMode(module, data) : nothing),
    });
  }

  protected renderMode(meta: ModuleMeta, record: RecordData): TemplateResult {
    if (this.mode === 'edit') return this.renderForm({});
    if (this.mode === 'clone') return this.renderForm(copyOf(meta, record), nameOf(meta, record));
    return this.renderPage(meta, record);
  }

  /** The form for all fields, for a copy of `original`, or for a new record. */
  protected renderForm(values: Values, original?: string): TemplateResult {
    const isNew = !this.recordId || this.mode === 'clone';
    const isGone = this.record.value?.error?.kind === 'not_found';
    return html`
      ${isGone ? html`<p class="notice" role="alert">${this.words.goneMeanwhile}</p>` : nothing}
      <crm-record-form
        class="frame"
        module=${this.module}
        record-id=${isNew ? '' : this.recordId}
        .values=${values}
        .client=${this.client}
        .hrefFor=${this.hrefFor}
        @crm-record-created=${(event: CrmRecordCreatedEvent) => (this.recordId = event.recordId)}
        @crm-record-saved=${() => this.#view()}
        @crm-record-form-cancelled=${() => this.#view()}
      >
        ${original === undefined ? nothing : html`<span slot="heading">${this.words.copyOf(original)}</span>`}
      </crm-record-form>
    `;
  }

  protected renderPage(meta: ModuleMeta, record: RecordData): TemplateResult {
    const isEditable = meta.editable && record.$editable !== false && record.$converted !== true;
    return html`
      <article class="page">
        <div class="frame">${this.renderHead(meta, record, isEditable)} ${this.renderCard(meta, record)}</div>
        ${detailSections(meta).map((section) => this.renderSection(section, isEditable))}
        ${renderRelated({
          meta,
          element: this,
          client: this.client,
          hrefFor: this.hrefFor,
          terms: this.words,
          shown: this.shown,
          onShown: this.#onShown,
        })}
      </article>
      ${renderDeleteDialog({
        name: nameOf(meta, record),
        state: this.deletion,
        terms: this.words,
        onDelete: () => void this.#delete(),
      })}
    `;
  }

  protected renderHead(meta: ModuleMeta, record: RecordData, isEditable: boolean): TemplateResult {
    return renderHead({
      meta,
      record,
      isEditable,
      terms: this.words,
      photo: html`<crm-record-photo
        module=${this.module}
        record-id=${this.recordId}
        ?editable=${isEditable}
        .client=${this.client}
      ></crm-record-photo>`,
      tags: html`<crm-record-tags
        module=${this.module}
        record-id=${this.recordId}
        ?editable=${isEditable}
        .client=${this.client}
      ></crm-record-tags>`,
      onEdit: () => (this.mode = 'edit'),
      onClone: () => this.#clone(),
      onDelete: () => this.#askToDelete(),
      onConvert: () => void this.#convert(),
      conversion: html`<crm-lead-conversion
        record-id=${this.recordId}
        module=${this.module}
        .client=${this.client}
      ></crm-lead-conversion>`,
    });
  }

  /** The key facts, for a glance. */
  protected renderCard(meta: ModuleMeta, record: RecordData): TemplateResult {
    return html`<section class="card" part="card" aria-label=${this.words.keyFields}>
      <dl>
        ${keyFields(meta).map((field) => {
          const value = (record as Values)[field.api_name];
          const id = lookupOf(field, value)?.id;
          return html`<div>
            <dt>${field.display_label}</dt>
            <dd>
              ${renderFieldValue(field, value, this.context)}
              ${id ? html`<slot name=${`presence-${id}`}></slot>` : nothing}
            </dd>
          </div>`;
        })}
      </dl>
    </section>`;
  }

  protected renderSection({ name, fields }: FieldSection, isEditable: boolean): TemplateResult {
    return html`<section class="frame section" part="section" aria-label=${name}>
      <h3 class="heading">${name}</h3>
      <div class="fields">
        ${fields.map(
          (field) =>
            html`<crm-record-field
              module=${this.module}
              record-id=${this.recordId}
              ?editable=${isEditable}
              ?data-wide=${field.data_type === 'textarea'}
              .field=${field}
              .client=${this.client}
              .hrefFor=${this.hrefFor}
            ></crm-record-field>`,
        )}
      </div>
    </section>`;
  }

  #tellLookups(meta: ModuleMeta, record: RecordData): void {
    for (const field of keyFields(meta)) {
      const { api_name: name } = field;
      const lookup = lookupOf(field, (record as Values)[name]);
      if (lookup?.id === this.#lookups.get(name)) continue;
      this.#lookups.set(name, lookup?.id);
      this.dispatchEvent(new CrmRelatedShownEvent(name, lookup?.module ?? '', lookup ? [lookup.id] : []));
    }
  }

  readonly #onShown = ({ list, recordIds }: CrmRelatedShownEvent) => {
    this.shown = new Map(this.shown).set(list, recordIds);
  };

  #retry(): void {
    if (this.meta.value?.data) this.record.source?.refresh();
    else void this.meta.source?.refresh();
  }

  #view(): void {
    if (!this.recordId) return;
    this.mode = 'view';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.edit')?.focus());
  }

  #clone(): void {
    if (this.dispatchEvent(new CrmRecordCloneEvent(this.module, this.recordId))) this.mode = 'clone';
  }

  async #convert(): Promise<void> {
    await loadEditing();
    this.renderRoot.querySelector('crm-lead-conversion')?.open();
  }

  #askToDelete(): void {
    if (!this.dispatchEvent(new CrmRecordDeleteEvent(this.module, this.recordId))) return;
    this.deletion = 'idle';
    this.renderRoot.querySelector<HTMLDialogElement>('dialog.delete')?.showModal();
  }

  async #delete(): Promise<void> {
    const { module, recordId } = this;
    this.deletion = 'busy';
    try {
      await this.record.source?.remove();
      this.deletion = 'idle';
      this.dispatchEvent(new CrmRecordDeletedEvent(module, recordId));
    } catch {
      this.deletion = 'failed';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record': CrmRecord;
  }
}
