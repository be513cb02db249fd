import type { FieldDescription, ToldFields } from '@crm-elements/contract';
import { renderSelect, renderTextArea, renderTextField } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CrmVisitFieldLeftEvent } from '../events.js';
import { renderCode } from '../fields/render-code.js';
import type { Refusal } from '../refusal.js';
import { renderLeaving } from '../render-question.js';
import type { Faults } from '../setup-element.js';
import { checkField } from './check-field.js';
import { styles } from './crm-visit-field-form.styles.js';
import { explainField } from './explain-field.js';
import {
  blankField,
  draftOfField,
  draftOfTold,
  hasDecimals,
  inputOfField,
  type FieldDraft,
  type OfferedType,
} from './field-draft.js';
import { FieldsElement } from './fields-element.js';
import { typeName } from './render-field.js';
import { isSameLabel, findSimilar } from './same-label.js';
import { siteCode } from './site-code.js';
import type { FieldSubject } from './visit-fields-store.js';

/**
 * The form in which a custom field of visits is made or changed.
 *
 * @tagname crm-visit-field-form
 * @csspart form - The form.
 * @csspart field - A control with its label.
 * @csspart similar - The words about a label that the sites tell almost so.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 * @fires {CrmVisitFieldLeftEvent} crm-visit-field-left - The field was saved, or the form left without.
 */
export class CrmVisitFieldForm extends FieldsElement {
  static override styles = [FieldsElement.styles, styles];

  /** The field to change, or what was told and a field is made of; undefined for a blank one. */
  @property({ attribute: false }) subject: FieldSubject | undefined;

  /** What was changed; undefined while nothing is. */
  @state() private changed: FieldDraft | undefined;
  @query('#leave') private readonly dialog!: HTMLDialogElement;

  /** True when something was changed that is not saved. */
  override get hasChanges(): boolean {
    return this.changed !== undefined;
  }

  protected override firstUpdated(changes: PropertyValues): void {
    super.firstUpdated(changes);
    this.renderRoot.querySelector<HTMLElement>('#field_label')?.focus();
  }

  protected override render(): TemplateResult {
    const { words, fieldTerms, faults } = this;
    const { form: terms } = fieldTerms;
    const draft = this.#draft;
    return html`
      <form class="form" part="form" novalidate @submit=${this.#onSubmit}>
        <h3 class="heading">${this.#field ? terms.edit : terms.create}</h3>
        <div class="labelled">
          ${renderTextField({
            name: 'field_label',
            label: terms.label,
            hint: terms.labelHint,
            value: draft.label,
            maxLength: 100,
            isRequired: true,
            fault: faults.field_label,
            onChange: (label) => this.#change({ label }),
          })}
          ${this.renderSimilar(draft)}
        </div>
        ${this.renderType(draft)} ${this.renderLimits(draft)}
        <div>
          <span class="label" id="code-label">${terms.onSite}</span>
          ${renderCode(siteCode(draft), terms.onSite)}
        </div>
        <p class="hint">${terms.past(this.formats.number(this.#told?.filled_days ?? 0))}</p>
        ${this.renderComplaint()}
        <div class="actions">
          <button class="button primary" type="submit" aria-busy=${this.isBusy}>${words.save}</button>
          <button class="button" type="button" @click=${this.#leave}>${words.cancel}</button>
        </div>
      </form>
      ${renderLeaving(words, () => this.dispatchEvent(new CrmVisitFieldLeftEvent()))}
    `;
  }

  protected renderSimilar({ label }: FieldDraft): TemplateResult | typeof nothing {
    const { form: terms } = this.fieldTerms;
    const similar = findSimilar(
      label,
      (this.#told?.data ?? []).map((told) => told.label),
    );
    return html`<div class="similar" part="similar" role="status" ?hidden=${similar === undefined}>
      ${
        similar === undefined
          ? nothing
          : html`<p>${terms.similar(similar)}</p>
              <button class="button" type="button" @click=${() => this.#change({ label: similar })}>
                ${terms.use(similar)}
              </button>`
      }
    </div>`;
  }

  protected renderType({ type }: FieldDraft): TemplateResult {
    const { form: terms, types } = this.fieldTerms;
    const field = this.#field;
    // The API makes fields of further types, whose type is named and stays.
    const options = field
      ? [{ value: type, label: typeName(type, this.fieldTerms) }]
      : Object.entries(types).map(([value, [label]]) => ({ value, label }));
    return renderSelect({
      name: 'data_type',
      label: terms.type,
      hint: field ? terms.typeFixed : types[type][1] || undefined,
      options,
      value: type,
      isDisabled: field !== undefined,
      fault: this.faults.data_type,
      onChange: (value) => this.#change({ type: value as OfferedType }),
    });
  }

  /** What the type leaves to be said. */
  protected renderLimits({ type, length, decimals, values }: FieldDraft): TemplateResult | typeof nothing {
    const { faults } = this;
    const { form: terms } = this.fieldTerms;
    const number = { maxLength: 3, inputMode: 'numeric', isLtr: true } as const;
    if (type === 'text')
      return renderTextField({
        ...number,
        name: 'length',
        label: terms.length,
        value: length,
        fault: faults.length,
        onChange: (text) => this.#change({ length: text }),
      });
    if (hasDecimals(type))
      return renderTextField({
        ...number,
        name: 'decimal_place',
        label: terms.decimals,
        value: decimals,
        fault: faults.decimal_place,
        onChange: (text) => this.#change({ decimals: text }),
      });
    if (type !== 'picklist') return nothing;
    return renderTextArea({
      name: 'pick_list_values',
      label: terms.values,
      hint: terms.valuesHint,
      maxLength: 120_000,
      isRequired: true,
      value: values,
      fault: faults.pick_list_values,
      onChange: (text) => this.#change({ values: text }),
    });
  }

  protected override explain(thrown: unknown): Refusal {
    return explainField(thrown, this.fieldTerms, this.formats) ?? super.explain(thrown);
  }

  get #field(): FieldDescription | undefined {
    return this.subject && 'api_name' in this.subject ? this.subject : undefined;
  }

  get #told(): ToldFields | undefined {
    return this.visitFields.value?.data?.told;
  }

  get #draft(): FieldDraft {
    if (this.changed) return this.changed;
    if (!this.subject) return blankField;
    return 'api_name' in this.subject ? draftOfField(this.subject) : draftOfTold(this.subject);
  }

  #change(changes: Partial<FieldDraft>): void {
    this.changed = { ...this.#draft, ...changes };
  }

  readonly #leave = (): void => {
    if (this.changed) this.dialog.showModal();
    else this.dispatchEvent(new CrmVisitFieldLeftEvent());
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const draft = this.#draft;
    const field = this.#field;
    const others = (this.visitFields.value?.data?.fields ?? []).filter(({ id }) => id !== field?.id);
    const isTaken = others.some((other) => isSameLabel(other.field_label, draft.label));
    const faults: Faults = checkField(draft, {
      field,
      isTaken,
      words: this.fieldTerms,
      formats: this.formats,
    });
    if (this.refuse(faults)) return;
    const isDone = await this.attempt(async () =>
      this.visitFields.source?.save(field?.id, inputOfField(draft)),
    );
    if (!isDone) return;
    this.changed = undefined;
    this.dispatchEvent(new CrmVisitFieldLeftEvent(draft.label.trim()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-field-form': CrmVisitFieldForm;
  }
}
