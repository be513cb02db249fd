import { CrmError } from '@crm-elements/core';
import { renderResource } from '@crm-elements/core/lit';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { editorKindOf } from '../../fields/edit/editing.js';
import type { Fault } from '../../fields/edit/fault.js';
import { refusalOf } from '../../fields/edit/refusal.js';
import { renderEditor } from '../../fields/edit/render-editor.js';
import type { FieldDescription, FieldSection, ModuleMeta } from '../../fields/module-meta.js';
import type { Values } from '../../record/record-state.js';
import { ChangedMeanwhile, createRecord } from '../../record/record-store.js';
import { editingElementStyles } from '../editing-element.styles.js';
import {
  CrmRecordCreatedEvent,
  CrmRecordFormCancelledEvent,
  CrmRecordSavedEvent,
  CrmRecordSaveEvent,
} from '../events.js';
import { nameOf } from '../key-fields.js';
import { RecordElement } from '../record-element.js';
import { renderClash } from '../render-clash.js';
import { styles } from './crm-record-form.styles.js';
import {
  clashing,
  draftOf,
  dropped,
  emptyForm,
  kept,
  readForm,
  typed,
  type FormState,
} from './form-state.js';
import { KeptDraft } from './kept-draft.js';
import { renderSummary } from './render-summary.js';

/**
 * The form for all fields of a record, or for a new one. What was typed stays until it is saved or the form is left;
 * what is wrong is said at the field and in a summary.
 *
 * @tagname crm-record-form
 * @slot heading - Instead of the heading.
 * @csspart form - The form.
 * @csspart kept - The words about what was typed before the page was left.
 * @csspart summary - The words about all fields that are wrong.
 * @csspart section - A section of the layout.
 * @csspart field - A field with its label.
 * @csspart fault - The words for what is wrong with a field.
 * @csspart clash - The words about a change that somebody else made meanwhile.
 * @csspart link - A link in a value.
 * @csspart record - The name of another record, which opens it.
 * @csspart actions - The buttons.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the module.
 * @fires {CrmRecordSaveEvent} crm-record-save - The reader wants to save; can be cancelled.
 * @fires {CrmRecordSavedEvent} crm-record-saved - The record was saved.
 * @fires {CrmRecordCreatedEvent} crm-record-created - The record was made.
 * @fires {CrmRecordFormCancelledEvent} crm-record-form-cancelled - The form was left without saving.
 * @fires {CrmRecordOpenEvent} crm-record-open - The reader wants to open the record of a lookup.
 */
export class CrmRecordForm extends RecordElement {
  static override styles = [editingElementStyles, styles];

  /** What a new record begins with. */
  @property({ attribute: false }) values: Values = {};

  @state() private form: FormState = emptyForm;
  /** What stands there was typed before the page was left. */
  @state() private isKept = false;
  @state() private isSaving = false;
  /** What is wrong with no field in particular. */
  @state() private fault: Fault | undefined;

  readonly #kept = new KeptDraft(
    this,
    () => ({ client: this.crm, module: this.module, recordId: this.recordId, values: this.values }),
    (form) => this.#takeKept(form),
  );

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('form')) this.#kept.keep(this.form);
  }

  protected override render() {
    const { meta, record, recordId } = this;
    return renderResource(meta.value, {
      terms: (words) => this.terms(words),
      retry: () => void meta.source?.refresh(),
      isEmpty: () => recordId !== '' && record.value?.data === undefined,
      empty: () => nothing,
      ready: (module) => this.renderForm(module),
    });
  }

  protected renderForm(meta: ModuleMeta): TemplateResult {
    const { words: terms } = this;
    return html`
      <form part="form" novalidate @submit=${this.#onSubmit} @keydown=${this.#onKey}>
        <h2 class="heading"><slot name="heading">${this.#heading(meta)}</slot></h2>
        <p class="hint">${terms.required}</p>
        ${this.isKept ? this.renderKept() : nothing} ${this.renderSummary(meta)}
        ${meta.sections.map((section) => this.renderSection(section))}
        <div class="actions" part="actions">
          <button class="button primary save" type="submit" aria-busy=${this.isSaving}>
            ${this.isSaving ? terms.saving : this.recordId ? terms.save : terms.create}
          </button>
          <button class="button cancel" type="button" @click=${() => this.#cancel()}>${terms.cancel}</button>
        </div>
      </form>
    `;
  }

  protected renderKept(): TemplateResult {
    return html`<div class="notice" role="status" part="kept">
      <div>${this.words.draftKept}</div>
      <button class="button discard" type="button" @click=${() => this.#forget()}>
        ${this.words.discard}
      </button>
    </div>`;
  }

  protected renderSummary({ fields }: ModuleMeta): TemplateResult {
    const { words: terms, formats, editWords, fault, form } = this;
    const onJump = (name: string) => void this.#focus(name);
    return renderSummary({ fields, faults: form.faults, fault, terms, editWords, formats, onJump });
  }

  protected renderSection({ name, fields }: FieldSection): TemplateResult | typeof nothing {
    const shown = fields.filter((field) => editorKindOf(field) !== undefined);
    if (shown.length === 0) return nothing;
    return html`<fieldset part="section">
      <legend>${name}</legend>
      <div class="fields">${shown.map((field) => this.renderField(field))}</div>
    </fieldset>`;
  }

  protected renderField(field: FieldDescription): TemplateResult {
    const { form, formats } = this;
    const name = field.api_name;
    const value = this.#start[name];
    const label = field.display_label;
    const record = this.record.value?.data;
    const isWide = ['textarea', 'multiselectpicklist'].includes(field.data_type);
    const isGroup = ['multiselectpicklist', 'lookup', 'ownerlookup'].includes(field.data_type);
    const mark = field.system_mandatory ? 'required' : '';
    return html`<div
      class="field"
      part="field"
      ?data-wide=${isWide}
      ?data-check=${field.data_type === 'boolean'}
    >
      ${
        isGroup
          ? html`<span class="label ${mark}" aria-hidden="true">${label}</span>`
          : html`<label class=${mark} for=${name}>${label}</label>`
      }
      ${renderEditor({
        field,
        draft: draftOf(form, field, value, formats),
        id: name,
        fault: form.faults.get(name),
        terms: this.editWords,
        formats,
        client: this.client,
        onDraft: (draft) => (this.form = typed(form, field, draft, value)),
      })}
      ${
        record && !this.isSaving && clashing(form, this.#start).includes(name)
          ? renderClash({
              field,
              record,
              context: this.context,
              terms: this.words,
              onKeep: () => (this.form = kept(this.form, name, value)),
              onTake: () => (this.form = dropped(this.form, name)),
            })
          : nothing
      }
    </div>`;
  }

  /** What the form begins with: the record as it is, or what a new one is given. */
  get #start(): Values {
    return this.recordId ? (this.record.value?.data ?? {}) : this.values;
  }

  #heading(meta: ModuleMeta): string {
    const record = this.record.value?.data;
    return record ? this.words.editRecord(nameOf(meta, record)) : this.words.newRecord(meta.singular);
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#save();
  };

  readonly #onKey = (event: KeyboardEvent) => {
    const isAsked = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing;
    if (isAsked) void this.#save();
  };

  /** What is being typed already counts more. */
  #takeKept({ drafts, before }: FormState): void {
    const { form } = this;
    this.isKept = true;
    this.form = {
      ...form,
      drafts: new Map([...drafts, ...form.drafts]),
      before: { ...before, ...form.before },
    };
  }

  #forget(): void {
    this.form = emptyForm;
    this.fault = undefined;
    this.isKept = false;
  }

  #cancel(): void {
    this.#forget();
    this.dispatchEvent(new CrmRecordFormCancelledEvent());
  }

  async #save(): Promise<void> {
    const meta = this.meta.value?.data;
    if (!meta || this.isSaving) return;
    const fields = meta.sections.flatMap((section) => section.fields);
    const { values, faults } = readForm(this.form, fields, this.#start, !this.recordId, this.formats);
    this.form = { ...this.form, faults };
    this.fault = undefined;
    const [first] = faults.keys();
    if (first !== undefined) return this.#focus(first);
    const [clash] = clashing(this.form, this.#start);
    if (clash !== undefined) return this.#focus(clash);
    const all = this.recordId ? values : { ...filled(this.values), ...values };
    if (!this.dispatchEvent(new CrmRecordSaveEvent(this.module, this.recordId || undefined, all))) return;
    this.isSaving = true;
    try {
      await this.#send(all);
    } catch (error) {
      await this.#refuse(error, meta);
    } finally {
      this.isSaving = false;
    }
  }

  async #send(values: Values): Promise<void> {
    const { module, recordId, crm } = this;
    if (recordId) {
      if (Object.keys(values).length > 0) await this.record.source?.save(values, this.form.before);
      this.#forget();
      this.dispatchEvent(new CrmRecordSavedEvent(module, recordId, values));
    } else if (crm) {
      const id = await createRecord(crm, module, values);
      this.#forget();
      this.dispatchEvent(new CrmRecordCreatedEvent(module, id));
    }
  }

  async #refuse(error: unknown, { fields }: ModuleMeta): Promise<void> {
    if (error instanceof ChangedMeanwhile) return this.#focus(error.fields[0] ?? '');
    if (!(error instanceof CrmError)) throw error;
    const { apiName, fault } = refusalOf(error, fields);
    if (apiName === undefined) {
      this.fault = fault;
      return;
    }
    this.form = { ...this.form, faults: new Map([[apiName, fault]]) };
    await this.#focus(apiName);
  }

  async #focus(name: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(name)}`)?.focus();
  }
}

/** Without fields that are empty. */
const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-form': CrmRecordForm;
  }
}
