import type { CrmRecord } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import { Announcer } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PeekLinks } from '../../card/peek-links.js';
import type { Draft } from '../../fields/edit/draft.js';
import { beginDraft, editorKindOf, isSame, readDraft } from '../../fields/edit/editing.js';
import type { Fault } from '../../fields/edit/fault.js';
import { refusalOf } from '../../fields/edit/refusal.js';
import { renderEditor } from '../../fields/edit/render-editor.js';
import type { FieldDescription } from '../../fields/module-meta.js';
import { renderFieldValue } from '../../fields/render-field-value.js';
import type { Values } from '../../record/record-state.js';
import { ChangedMeanwhile } from '../../record/record-store.js';
import { editingElementStyles } from '../editing-element.styles.js';
import { CrmRecordSavedEvent, CrmRecordSaveEvent } from '../events.js';
import { loadEditing } from '../../load-editing.js';
import { RecordElement } from '../record-element.js';
import { renderClash } from '../render-clash.js';
import { renderPencil } from '../render-icons.js';
import { styles } from './crm-record-field.styles.js';

/** A field that somebody is editing. */
interface Edit {
  draft: Draft;
  /** The value when editing began, or when its reader last saw it. */
  before: unknown;
  fault: Fault | undefined;
  isSaving: boolean;
}

/**
 * One field of a record: its label and value, edited in place. Enter saves, Escape leaves it as it was; what was typed
 * stays when the focus goes elsewhere, when the server refuses and when the network is gone.
 *
 * @tagname crm-record-field
 * @csspart label - The label of the field.
 * @csspart value - The value.
 * @csspart link - A link in the value.
 * @csspart record - The name of another record, which opens it.
 * @csspart edit - The button that begins to edit.
 * @csspart editor - The editor with its buttons.
 * @csspart fault - The words for what is wrong.
 * @csspart clash - The words about a change that somebody else made meanwhile.
 * @fires {CrmRecordSaveEvent} crm-record-save - The reader wants to save the field; can be cancelled.
 * @fires {CrmRecordSavedEvent} crm-record-saved - The field was saved.
 * @fires {CrmRecordOpenEvent} crm-record-open - The reader wants to open the record of a lookup.
 */
export class CrmRecordField extends RecordElement {
  static override styles = [editingElementStyles, styles];

  /** The field, as the module describes it. */
  @property({ attribute: false }) field: FieldDescription | undefined;

  /** Whether the reader may change it; fields that the system fills are never changed. */
  @property({ type: Boolean }) editable = false;

  @state() private edit: Edit | undefined;

  protected readonly peekLinks = new PeekLinks(this);
  readonly #announcer = new Announcer(this);

  protected override render(): TemplateResult | typeof nothing {
    const { field } = this;
    const record = this.record.value?.data;
    if (!field || !record) return nothing;
    const isOpen = this.edit !== undefined && !this.edit.isSaving;
    return html`
      <div class="row" ?data-open=${isOpen}>
        ${this.renderLabel(field, isOpen)}
        ${isOpen ? this.renderOpen(field, record) : this.renderValue(field, record)}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  /** Begins to edit, where that is allowed. */
  startEditing(): void {
    const { field } = this;
    const record = this.record.value?.data;
    if (!field || !record || !this.#isEditable || this.edit) return;
    void loadEditing();
    const before = this.#valueIn(record);
    this.edit = { draft: beginDraft(field, before, this.formats), before, fault: undefined, isSaving: false };
    void this.#focus('.control', true);
  }

  protected renderLabel(field: FieldDescription, isOpen: boolean): TemplateResult {
    return isOpen && field.data_type !== 'multiselectpicklist'
      ? html`<label class="name ${field.system_mandatory ? 'required' : ''}" for="control" part="label"
          >${field.display_label}</label
        >`
      : html`<span class="name label" part="label">${field.display_label}</span>`;
  }

  protected renderValue(field: FieldDescription, record: CrmRecord): TemplateResult {
    const { words: terms } = this;
    return html`
      <div class="value" part="value" @dblclick=${() => this.startEditing()}>
        <div class="shown">${renderFieldValue(field, this.#valueIn(record), this.context)}</div>
        ${this.edit?.isSaving ? html`<span class="muted" role="status">${terms.saving}</span>` : nothing}
        ${
          this.#isEditable
            ? html`<button
                class="icon-button pencil"
                type="button"
                part="edit"
                aria-label=${terms.editField(field.display_label)}
                title=${terms.edit}
                @click=${() => this.startEditing()}
              >
                ${renderPencil()}
              </button>`
            : nothing
        }
      </div>
    `;
  }

  protected renderOpen(field: FieldDescription, record: CrmRecord): TemplateResult {
    const { words: terms, edit } = this;
    if (!edit) return html``;
    const isClash = !isSame(this.#valueIn(record), edit.before);
    return html`
      <div class="editor" part="editor" @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
        ${renderEditor({
          field,
          draft: edit.draft,
          id: 'control',
          fault: edit.fault,
          terms: this.editWords,
          formats: this.formats,
          client: this.client,
          onDraft: (draft) => this.#change({ draft, fault: undefined }),
        })}
        ${
          isClash
            ? renderClash({
                field,
                record,
                context: this.context,
                terms,
                onKeep: () => this.#keepMine(record),
                onTake: () => this.#close(),
              })
            : html`<div class="actions">
                <button class="button primary save" type="button" @click=${() => void this.#save()}>
                  ${terms.save}
                </button>
                <button class="button quiet cancel" type="button" @click=${() => this.#close()}>
                  ${terms.cancel}
                </button>
              </div>`
        }
      </div>
    `;
  }

  get #isEditable(): boolean {
    return this.editable && this.field !== undefined && editorKindOf(this.field) !== undefined;
  }

  #valueIn(record: CrmRecord): unknown {
    return (record as Values)[this.field?.api_name ?? ''];
  }

  #change(changes: Partial<Edit>): void {
    if (this.edit) this.edit = { ...this.edit, ...changes };
  }

  readonly #onKey = (event: KeyboardEvent) => {
    // A picker or an input method may have used the key for itself.
    if (event.defaultPrevented || event.isComposing) return;
    const { target } = event;
    const isLines = target instanceof HTMLTextAreaElement;
    if (event.key === 'Escape') this.#close();
    else if (
      event.key === 'Enter' &&
      !(target instanceof HTMLButtonElement) &&
      (!isLines || event.ctrlKey || event.metaKey)
    )
      void this.#save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Who looks elsewhere and has changed nothing is done; what was typed stays. */
  readonly #onFocusOut = ({ relatedTarget, currentTarget }: FocusEvent) => {
    const { edit, field } = this;
    if (!edit || !field || (currentTarget as Element).contains(relatedTarget as Node | null)) return;
    const isTouched = !isSame(edit.draft, beginDraft(field, edit.before, this.formats));
    if (!isTouched && !edit.fault && document.hasFocus()) this.edit = undefined;
  };

  #close(): void {
    this.edit = undefined;
    void this.#focus('.pencil');
  }

  #keepMine(record: CrmRecord): void {
    this.#change({ before: this.#valueIn(record) });
    void this.#save();
  }

  async #save(): Promise<void> {
    const { field, edit, record, module, recordId } = this;
    if (!field || !edit || edit.isSaving) return;
    const isClash = record.value?.data && !isSame(this.#valueIn(record.value.data), edit.before);
    if (isClash) return this.#focus('.keep');
    const reading = readDraft(field, edit.draft, this.formats);
    if ('fault' in reading) return this.#refuse(reading.fault);
    if (isSame(reading.value, edit.before)) {
      this.#close();
      return;
    }
    const values = { [field.api_name]: reading.value };
    if (!this.dispatchEvent(new CrmRecordSaveEvent(module, recordId, values))) return;
    this.#change({ isSaving: true, fault: undefined });
    void this.#focus('.pencil');
    try {
      await record.source?.save(values, { [field.api_name]: edit.before });
      this.edit = undefined;
      this.#announcer.say(() => this.words.saved(field.display_label));
      this.dispatchEvent(new CrmRecordSavedEvent(module, recordId, values));
    } catch (error) {
      this.#change({ isSaving: false });
      if (error instanceof ChangedMeanwhile) return this.#focus('.keep');
      await this.#refuse(this.#faultIn(error));
    }
  }

  #faultIn(error: unknown): Fault {
    const fields = this.meta.value?.data?.fields ?? new Map<string, FieldDescription>();
    return error instanceof CrmError ? refusalOf(error, fields).fault : { code: 'server' };
  }

  #refuse(fault: Fault): Promise<void> {
    this.#change({ fault, isSaving: false });
    return this.#focus('.control');
  }

  async #focus(selector: string, isSelected = false): Promise<void> {
    await this.updateComplete;
    const found = this.renderRoot.querySelector<HTMLElement>(selector);
    found?.focus();
    if (isSelected && found instanceof HTMLInputElement && found.type === 'text') found.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-field': CrmRecordField;
  }
}
