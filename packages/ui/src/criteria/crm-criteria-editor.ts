import type { FieldDescription } from '@crm-elements/contract';
import { formatCriteria, MAX_COMPARISONS, parseCriteria } from '@crm-elements/contract/criteria';
import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CrmCriteriaChangedEvent } from '../events.js';
import { FieldElement } from '../field/field-element.js';
import { choice } from '../picker/choice.styles.js';
import { controls } from '../styles/controls.js';
import { surfaces } from '../styles/surfaces.js';
import { comparatorWords } from './comparators/index.js';
import { addRow, addSection, removeRow } from './criteria-changes.js';
import { criteriaFields, type CriteriaFields } from './criteria-fields.js';
import { faultOf, patternOf, readRows, rowsOf, writeRows, type Row, type Section } from './criteria-state.js';
import { styles } from './crm-criteria-editor.styles.js';
import { readText } from './criteria-text.js';
import type { Drawing } from './drawing.js';
import { FieldsStore } from './fields-store.js';
import { renderSection } from './render-rows.js';
import { renderText } from './render-text.js';

/**
 * Edits criteria as rows of field, comparator and value, joined by and, or and groups. What rows cannot show is
 * edited as text.
 *
 * @tagname crm-criteria-editor
 * @csspart field - Label, rows and error.
 * @csspart label - The label.
 * @csspart control - The rows, or the text.
 * @csspart row - One comparison.
 * @csspart group - Rows in brackets.
 * @csspart pattern - How the rows are joined, by their numbers.
 * @csspart text - The criteria as text.
 * @csspart fault - The words of an error.
 * @csspart loading - While the fields are not known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the fields.
 * @cssprop [--crm-accent] - Colour of focus.
 * @fires {CrmCriteriaChangedEvent} crm-criteria-changed - The criteria are others, complete and sound.
 */
export class CrmCriteriaEditor extends FieldElement {
  static override styles = [CrmElement.styles, controls, surfaces, choice, styles];
  static override dictionaries = [...FieldElement.dictionaries, comparatorWords];

  /** API name of the module; its fields are read where none are given. */
  @property() module = '';

  /** The fields to compare, as `settings/fields` tells them. */
  @property({ attribute: false }) fields: readonly FieldDescription[] | undefined;

  /** The criteria, `((Last_Name:equals:Hopper)and(…))`; null for none. */
  @property() value: string | null = null;

  @state() private root: Section | undefined;
  /** What stands in the text; undefined while rows are shown. */
  @state() private text: string | undefined;
  @state() private isChecked = false;

  readonly #stored = new StoreController<Resource<readonly FieldDescription[]>, FieldsStore>(this, () =>
    this.crm && !this.fields && this.module
      ? {
          client: this.crm,
          key: `criteria-fields/${this.module}`,
          create: (client) => new FieldsStore(client, this.module),
        }
      : undefined,
  );
  #from: { fields: readonly FieldDescription[]; value: string | null } | undefined;
  #known: CriteriaFields = new Map();

  protected override willUpdate(): void {
    const fields = this.fields ?? this.#stored.value?.data;
    const { value } = this;
    if (!fields || (this.#from?.fields === fields && this.#from.value === value)) return;
    this.#from = { fields, value };
    this.#known = criteriaFields(fields);
    this.#readRows(value ?? '');
  }

  /** Shows what is missing or wrong and moves the focus there. @returns whether the criteria are complete and sound */
  check(): boolean {
    this.isChecked = true;
    const isSound = this.#isSound && !(this.required && this.value === null);
    if (!isSound) void this.updateComplete.then(() => this.#focusFault());
    return isSound;
  }

  protected override render(): TemplateResult {
    return this.renderField(html`
      <div id="control" part="control" role="group" aria-label=${this.label || this.words.criteria.criteria}>
        ${
          this.root || this.text !== undefined
            ? this.renderCriteria()
            : renderResource(this.#stored.value, {
                terms: (words) => this.terms(words),
                retry: () => void this.#stored.source?.refresh(),
                isEmpty: () => false,
                empty: () => nothing,
                ready: () => nothing,
              })
        }
      </div>
    `);
  }

  protected override renderLabel(): TemplateResult {
    return html`<span class=${this.required ? 'label required' : 'label'} part="label">${this.label}</span>`;
  }

  protected renderCriteria(): TemplateResult {
    const { root, text } = this;
    if (text !== undefined || !root) return this.renderText(text ?? '');
    const { criteria: terms } = this.words;
    const { length } = rowsOf(root);
    return html`
      ${length === 0 ? html`<p class="none muted">${terms.none}</p>` : nothing}
      <div class="rows">${renderSection(root, this.#drawing(root, length))}</div>
      <div class="foot">
        ${length > 1 ? this.renderPattern(root) : nothing}
        ${length >= MAX_COMPARISONS ? html`<p class="hint">${terms.full(this.formats.number(length))}</p>` : nothing}
        <button
          class="button quiet switch"
          type="button"
          ?disabled=${this.disabled || !this.#isSound}
          @click=${this.#showText}
        >
          ${terms.asText}
        </button>
      </div>
    `;
  }

  protected renderPattern(root: Section): TemplateResult {
    const { criteria: terms } = this.words;
    const pattern = patternOf(root, terms, (number) => this.formats.number(number));
    return html`<p class="pattern" part="pattern">
      <span class="visually-hidden">${terms.pattern}</span> ${pattern}
    </p>`;
  }

  protected renderText(text: string): TemplateResult {
    const fault = readText(text, this.#known);
    return renderText({
      text,
      terms: this.words.criteria,
      disabled: this.disabled,
      fault: this.isChecked ? fault?.fault : undefined,
      hasRows: !fault && this.#rowsOf(text) !== undefined,
      onInput: (typed) => this.#write(typed),
      onCheck: () => (this.isChecked = true),
      onRows: () => {
        this.text = undefined;
        this.#readRows(text.trim());
        this.#focusLater('.name, .add');
      },
    });
  }

  #drawing(root: Section, length: number): Drawing {
    return {
      root,
      fields: this.#known,
      terms: this.words.criteria,
      comparators: this.terms(comparatorWords),
      formats: this.formats,
      client: this.crm,
      disabled: this.disabled,
      isChecked: this.isChecked,
      isFull: length >= MAX_COMPARISONS,
      change: (next) => this.#change(next),
      addRow: (key) => this.#show(addRow(root, key)),
      addSection: (key) => this.#show(addSection(root, key)),
      remove: (row) => this.#remove(root, row),
    };
  }

  get #isSound(): boolean {
    if (this.text !== undefined) return readText(this.text, this.#known) === undefined;
    return rowsOf(this.root ?? emptyRoot).every((row) => faultOf(row, this.#known) === undefined);
  }

  #rowsOf(text: string): Section | undefined {
    return text.trim() === '' || !readText(text, this.#known)
      ? readRows(text.trim() ? parseCriteria(text) : null, this.#known)
      : undefined;
  }

  #readRows(text: string): void {
    this.isChecked = false;
    this.root = this.#rowsOf(text);
    this.text = this.root ? undefined : text;
  }

  readonly #showText = (): void => {
    this.text = this.value ?? '';
    this.#focusLater('textarea');
  };

  #write(text: string): void {
    this.text = text;
    if (!readText(text, this.#known)) this.#tell(text.trim() ? formatCriteria(parseCriteria(text)) : null);
  }

  #change(root: Section): void {
    this.root = root;
    if (!this.#isSound) return;
    const criteria = writeRows(root);
    this.#tell(criteria && formatCriteria(criteria));
  }

  #tell(value: string | null): void {
    if (value === this.value) return;
    this.value = value;
    // What the reader has made is what stands there: it is not read anew.
    if (this.#from) this.#from = { ...this.#from, value };
    this.dispatchEvent(new CrmCriteriaChangedEvent(value));
  }

  #show({ root, row }: { root: Section; row: Row }): void {
    this.isChecked = false;
    this.root = root;
    this.#focusLater(`[data-key='${row.key}'] .name`);
  }

  /** The focus goes to the row that takes the place, or to what adds one. */
  #remove(root: Section, row: Row): void {
    const rows = rowsOf(root);
    const index = rows.findIndex(({ key }) => key === row.key);
    const next = rows[index + 1] ?? rows[index - 1];
    this.#change(removeRow(root, row.key));
    this.#focusLater(next ? `[data-key='${next.key}'] .remove` : '.add');
  }

  #focusLater(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #focusFault(): void {
    const faulty = `[data-fault] :is([aria-invalid='true'], crm-user-picker, crm-record-picker), button[data-fault]`;
    this.renderRoot.querySelector<HTMLElement>(`${faulty}, textarea, .add`)?.focus();
  }
}

const emptyRoot: Section = { kind: 'section', key: 0, join: 'and', members: [] };

declare global {
  interface HTMLElementTagNameMap {
    'crm-criteria-editor': CrmCriteriaEditor;
  }
}
