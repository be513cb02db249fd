import type { FieldDescription } from '@crm-elements/contract';
import { Announcer, renderResource } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CrmVisitFieldLeftEvent } from '../events.js';
import { renderCode } from '../fields/render-code.js';
import { renderIcon } from '../render-icon.js';
import { renderQuestion } from '../render-question.js';
import './crm-visit-field-form.js';
import { styles } from './crm-visit-fields.styles.js';
import { FieldsElement } from './fields-element.js';
import { renderField, renderTold } from './render-field.js';
import { siteCode } from './site-code.js';
import type { FieldSubject, VisitFields } from './visit-fields-store.js';

/**
 * The custom fields of visits, and what the sites tell that has no field yet; a field is made, changed and removed there.
 *
 * @tagname crm-visit-fields
 * @csspart fields - The fields.
 * @csspart field - One field.
 * @csspart empty - The words shown when there is none.
 * @csspart told-list - What the sites tell that has no field.
 * @csspart told - One label that was told.
 * @csspart code - How a page tells details, while none has.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not set up fields.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmVisitFields extends FieldsElement {
  static override styles = [FieldsElement.styles, styles];

  /** What the form is about; undefined while there is none. */
  @state() private edited: FieldSubject | 'new' | undefined;
  @state() private removed: FieldDescription | undefined;
  @query('#remove') private readonly removal!: HTMLDialogElement;
  readonly #announcer = new Announcer(this);

  protected override render(): TemplateResult {
    const { fieldTerms: words, formats } = this;
    const days = this.visitFields.value?.data?.told.filled_days ?? 0;
    return html`
      ${renderResource(this.visitFields.value, {
        terms: (dictionary) => this.terms(dictionary),
        retry: () => void this.visitFields.source?.refresh(),
        isEmpty: () => false,
        empty: () => html``,
        ready: (known) => (this.edited ? this.renderForm(this.edited) : this.renderAll(known)),
      })}
      ${this.renderComplaint()}
      ${renderQuestion({
        id: 'remove',
        title: words.removeTitle(this.removed?.field_label ?? ''),
        body: html`<p>${words.removeText}</p>
          <p>${words.removeKept(formats.number(days))}</p>`,
        cancel: this.words.cancel,
        confirm: words.remove,
        onConfirm: () => void this.#remove(),
      })}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderForm(edited: FieldSubject | 'new'): TemplateResult {
    return html`<crm-visit-field-form
      .subject=${edited === 'new' ? undefined : edited}
      .client=${this.client}
      @crm-visit-field-left=${this.#onLeft}
    ></crm-visit-field-form>`;
  }

  protected renderAll({ fields, told }: VisitFields): TemplateResult {
    const { fieldTerms: words } = this;
    return html`<div class="all">
      <p class="hint">${words.intro}</p>
      <section aria-labelledby="fields-title">
        <div class="row">
          <h3 class="heading" id="fields-title">${words.title}</h3>
          <button id="new" class="button primary" type="button" @click=${() => (this.edited = 'new')}>
            ${renderIcon('add')} ${words.create}
          </button>
        </div>
        ${fields.length === 0 ? this.renderNone(words.none, words.noneHint) : this.renderFields({ fields, told })}
      </section>
      ${this.renderTold({ fields, told })}
    </div>`;
  }

  protected renderNone(title: string, hint: string): TemplateResult {
    return html`<div class="nothing" part="empty">
      <strong>${title}</strong>
      <p class="hint">${hint}</p>
    </div>`;
  }

  protected renderFields({ fields, told }: VisitFields): TemplateResult {
    const { fieldTerms: words, formats } = this;
    return html`<ul class="items" part="fields">
      ${repeat(
        fields,
        ({ id }) => id,
        (field) =>
          renderField({
            field,
            told: told.data.find((one) => one.fields.some(({ id }) => id === field.id)),
            words,
            formats,
            edit: () => (this.edited = field),
            remove: () => void this.#ask(field),
          }),
      )}
    </ul>`;
  }

  protected renderTold({ told }: VisitFields): TemplateResult {
    const { fieldTerms: words, formats } = this;
    const { told: terms } = words;
    // What goes into the person anyway is seldom what is looked for.
    const free = told.data.filter(({ fields }) => fields.length === 0);
    const rows = [...free.filter((one) => !one.is_person), ...free.filter((one) => one.is_person)];
    return html`<section aria-labelledby="told-title">
      <div class="row">
        <h3 class="heading" id="told-title">${terms.title}</h3>
        <button class="button quiet" type="button" @click=${() => void this.visitFields.source?.refresh()}>
          ${terms.refresh}
        </button>
      </div>
      <p class="hint">${terms.hint(formats.number(told.visits))}</p>
      ${
        rows.length === 0
          ? html`${this.renderNone(terms.none, terms.noneHint)}
              <div part="code">
                ${renderCode(siteCode({ label: 'Plan', type: 'picklist', values: 'Team' }), terms.code)}
              </div>`
          : html`<ul class="items" part="told-list">
              ${repeat(
                rows,
                ({ label }) => label,
                (one) => renderTold({ told: one, words, formats, create: () => (this.edited = one) }),
              )}
            </ul>`
      }
    </section>`;
  }

  /** The focus goes back to where the form was opened. */
  readonly #onLeft = ({ saved }: CrmVisitFieldLeftEvent): void => {
    const opener =
      this.edited !== 'new' && this.edited && 'id' in this.edited ? `#edit-${this.edited.id}` : '#new';
    this.edited = undefined;
    void this.#focus(opener);
    if (saved !== undefined) this.#announcer.say(() => this.fieldTerms.saved(saved));
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  async #ask(field: FieldDescription): Promise<void> {
    this.removed = field;
    await this.updateComplete;
    this.removal.showModal();
  }

  async #remove(): Promise<void> {
    const { removed } = this;
    if (!removed) return;
    const isDone = await this.attempt(async () => this.visitFields.source?.remove(removed.id));
    if (!isDone) return;
    this.#announcer.say(() => this.fieldTerms.removed(removed.field_label));
    await this.#focus('#new');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visit-fields': CrmVisitFields;
  }
}
