import type { FieldDescription } from '@crm-elements/contract';
import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { CrmMergeTextChangedEvent } from '../events.js';
import { words } from '../i18n/index.js';
import { styles } from './crm-merge-text.styles.js';

/**
 * A text that may hold fields of a record as `${Field_Name}`; a menu puts one where the caret is.
 *
 * @tagname crm-merge-text
 * @csspart control - The input.
 * @csspart insert - The choice of a field to insert.
 * @csspart fault - The words of an error.
 * @fires {CrmMergeTextChangedEvent} crm-merge-text-changed - Something was written or inserted.
 */
export class CrmMergeText extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  @property() label = '';

  @property() value = '';

  /** What can be inserted. */
  @property({ attribute: false }) fields: readonly FieldDescription[] = [];

  /** More than one line can be written. */
  @property({ type: Boolean }) multiline = false;

  @property({ type: Boolean }) required = false;

  /** What is wrong with the text, shown at the field. */
  @property() error = '';

  @query('#control') private readonly control!: HTMLInputElement | HTMLTextAreaElement | null;

  override focus(options?: FocusOptions): void {
    this.control?.focus(options);
  }

  protected override render() {
    return html`
      <div class="field">
        <div class="line">
          <label for="control" class=${this.required ? 'required' : ''}>${this.label}</label>
          ${this.fields.length > 0 ? this.renderInsert() : nothing}
        </div>
        ${this.multiline ? this.renderArea() : this.renderLine()}
        ${this.error ? html`<p class="fault" id="fault" part="fault">${this.error}</p>` : nothing}
      </div>
    `;
  }

  protected renderLine(): TemplateResult {
    return html`<input
      id="control"
      part="control"
      autocomplete="off"
      .value=${live(this.value)}
      ?required=${this.required}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-describedby=${this.error ? 'fault' : nothing}
      @input=${this.#onInput}
    />`;
  }

  protected renderArea(): TemplateResult {
    return html`<textarea
      id="control"
      part="control"
      rows="5"
      .value=${live(this.value)}
      ?required=${this.required}
      aria-invalid=${this.error ? 'true' : nothing}
      aria-describedby=${this.error ? 'fault' : nothing}
      @input=${this.#onInput}
    ></textarea>`;
  }

  protected renderInsert(): TemplateResult {
    const { insertField } = this.terms(words).form;
    return html`<select part="insert" aria-label=${`${insertField}: ${this.label}`} @change=${this.#onInsert}>
      <option value="">${insertField}</option>
      ${this.fields.map((field) => html`<option value=${field.api_name}>${field.field_label}</option>`)}
    </select>`;
  }

  readonly #onInput = () => {
    if (this.control) this.#write(this.control.value);
  };

  readonly #onInsert = (event: Event) => {
    const menu = event.target as HTMLSelectElement;
    const { control } = this;
    if (!control || !menu.value) return;
    const mark = `\${${menu.value}}`;
    menu.value = '';
    control.focus();
    control.setRangeText(
      mark,
      control.selectionStart ?? this.value.length,
      control.selectionEnd ?? this.value.length,
      'end',
    );
    this.#write(control.value);
  };

  #write(value: string): void {
    this.value = value;
    this.dispatchEvent(new CrmMergeTextChangedEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-merge-text': CrmMergeText;
  }
}
