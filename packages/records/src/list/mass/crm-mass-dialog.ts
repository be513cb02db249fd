import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces, type CrmUserPickedEvent, type PickedPerson } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Draft } from '../../fields/edit/draft.js';
import { beginDraft, editorKindOf, readDraft } from '../../fields/edit/editing.js';
import { editorStyles } from '../../fields/edit/editor.styles.js';
import type { Fault } from '../../fields/edit/fault.js';
import { words as editWords } from '../../fields/edit/i18n/index.js';
import { renderEditor } from '../../fields/edit/render-editor.js';
import type { FieldDescription, ModuleMeta } from '../../fields/module-meta.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { renderDialog } from '../dialog/render-dialog.js';
import { words } from '../i18n/index.js';
import { styles } from './crm-mass-dialog.styles.js';
import { CrmMassRunEvent } from './events.js';
import { massWords, type MassWords } from './i18n/index.js';
import type { MassAction } from './mass-action.js';
import type { MassKind } from './mass-kind.js';

/**
 * Asks what is to be done with the selected records, and whether that is meant.
 *
 * @tagname crm-mass-dialog
 * @csspart dialog - The dialog.
 * @csspart fault - The words for what is missing.
 * @fires {CrmMassRunEvent} crm-mass-run - It is to be done.
 * @fires close - The dialog is closed.
 */
export class CrmMassDialog extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, editorStyles, dialogStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, massWords, editWords];

  @property({ attribute: false }) meta: ModuleMeta | undefined;
  @property({ attribute: false }) kind: MassKind = 'delete';
  /** How many records it is about. */
  @property({ type: Number }) count = 0;

  @state() private owner: PickedPerson | null = null;
  @state() private tags = '';
  @state() private field: FieldDescription | undefined;
  @state() private draft: Draft = '';
  @state() private fault: Fault | undefined;
  @state() private isMissing = false;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const terms = this.terms(massWords);
    const { apply, cancel } = this.terms(words);
    const isDelete = this.kind === 'delete';
    return renderDialog({
      title: this.renderTitle(terms),
      label: isDelete ? terms.delete : apply,
      cancel,
      isDangerous: isDelete,
      content: html`<p class="hint">${this.#say(isDelete ? terms.deleteHint : terms.forRecords)}</p>
        ${this.renderQuestion(terms)}`,
      onSubmit: this.#submit,
      onClose: () => this.dispatchEvent(new Event('close')),
    });
  }

  protected renderTitle(terms: MassWords): string {
    const { update, owner, addTags, removeTags } = {
      update: terms.changeField,
      owner: terms.changeOwner,
      addTags: terms.addTags,
      removeTags: terms.removeTags,
    };
    if (this.kind === 'delete') return this.#say(terms.deleteTitle);
    return { update, owner, addTags, removeTags }[this.kind];
  }

  protected renderQuestion(terms: MassWords): TemplateResult | typeof nothing {
    switch (this.kind) {
      case 'owner':
        return html`<crm-user-picker
          kinds="user"
          required
          .client=${this.crm}
          .label=${terms.owner}
          .value=${this.owner}
          .error=${this.isMissing ? terms.required : ''}
          @crm-user-picked=${({ value }: CrmUserPickedEvent) => (this.owner = value)}
        ></crm-user-picker>`;
      case 'addTags':
      case 'removeTags':
        return this.renderTags(terms);
      case 'update':
        return html`${this.renderFields(terms)} ${this.field ? this.renderValue(this.field, terms) : nothing}`;
      default:
        return nothing;
    }
  }

  protected renderTags(terms: MassWords): TemplateResult {
    return html`<div class="field">
      <label class="required" for="tags">${terms.tags}</label>
      <input
        id="tags"
        autocomplete="off"
        dir="auto"
        .value=${this.tags}
        aria-required="true"
        aria-invalid=${this.isMissing}
        aria-describedby="tags-hint"
        @input=${(event: Event) => (this.tags = (event.target as HTMLInputElement).value)}
      />
      <p class=${this.isMissing ? 'fault' : 'hint'} part="fault" id="tags-hint">
        ${this.isMissing ? terms.required : terms.tagsHint}
      </p>
    </div>`;
  }

  /** Owners have an action of their own. */
  protected renderFields(terms: MassWords): TemplateResult {
    const fields = [...(this.meta?.fields.values() ?? [])].filter(
      (field) => field.mass_update !== false && editorKindOf(field) && field.data_type !== 'ownerlookup',
    );
    return html`<div class="field">
      <label class="required" for="field">${terms.field}</label>
      <select
        id="field"
        aria-required="true"
        aria-invalid=${this.isMissing && !this.field}
        aria-describedby="field-fault"
        @change=${this.#chooseField}
      >
        <option value="">${terms.chooseField}</option>
        ${fields.map(({ api_name, field_label }) => html`<option value=${api_name}>${field_label}</option>`)}
      </select>
      <p class="fault" part="fault" id="field-fault">
        ${this.isMissing && !this.field ? terms.required : ''}
      </p>
    </div>`;
  }

  protected renderValue(field: FieldDescription, terms: MassWords): TemplateResult {
    return html`<div class="field">
      <label for="value">${terms.value}</label>
      ${renderEditor({
        field,
        draft: this.draft,
        id: 'value',
        fault: this.fault,
        terms: this.terms(editWords),
        formats: this.formats,
        client: this.crm,
        onDraft: (draft) => {
          this.draft = draft;
          this.fault = undefined;
        },
      })}
      ${field.system_mandatory ? nothing : html`<p class="hint">${terms.emptyValue}</p>`}
    </div>`;
  }

  /** What is asked for; undefined while something is missing. */
  get #action(): MassAction | undefined {
    const { kind, owner } = this;
    const tags = this.tags
      .split(/[,،]/)
      .map((tag) => tag.trim())
      .filter(Boolean);
    switch (kind) {
      case 'delete':
        return { type: 'delete' };
      case 'owner':
        return owner ? { type: 'update', values: { Owner: { id: owner.id } } } : undefined;
      case 'addTags':
      case 'removeTags':
        return tags.length > 0 ? { type: kind, tags } : undefined;
      default:
        return this.#readField();
    }
  }

  #readField(): MassAction | undefined {
    const { field } = this;
    if (!field) return undefined;
    const reading = readDraft(field, this.draft, this.formats);
    this.fault = 'fault' in reading ? reading.fault : undefined;
    return 'value' in reading ? { type: 'update', values: { [field.api_name]: reading.value } } : undefined;
  }

  readonly #chooseField = ({ target }: Event) => {
    this.field = this.meta?.fields.get((target as HTMLSelectElement).value);
    this.draft = this.field ? beginDraft(this.field, null, this.formats) : '';
    this.fault = undefined;
  };

  #say(text: MassWords['selected']): string {
    return text(this.formats.number(this.count), this.formats.plural(this.count));
  }

  readonly #submit = (event: Event) => {
    const action = this.#action;
    this.isMissing = action === undefined;
    if (!action) {
      event.preventDefault();
      this.renderRoot
        .querySelector<HTMLElement>(this.field ? '#value' : 'crm-user-picker, input, select')
        ?.focus();
      return;
    }
    this.dispatchEvent(new CrmMassRunEvent(action));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-mass-dialog': CrmMassDialog;
  }
}
