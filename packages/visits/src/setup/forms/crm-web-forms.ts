import type { WebForm } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { renderResource, StoreController } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CopyElement } from '../copy-element.js';
import { renderChoice } from '../fields/render-choice.js';
import { renderCode } from '../fields/render-code.js';
import { renderIcon } from '../render-icon.js';
import { renderQuestion } from '../render-question.js';
import { styles } from './crm-web-forms.styles.js';
import './crm-web-form-editor.js';
import { WebFormsStore } from './web-forms-store.js';

/**
 * The web forms of the organization: their code to copy, and the form in which one is made or changed.
 *
 * @tagname crm-web-forms
 * @csspart form - One web form.
 * @csspart empty - The words shown when there is none.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not set up forms.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmWebForms extends CopyElement {
  static override styles = [CopyElement.styles, styles];

  /** What is edited: a form, or a new one; undefined while none is. */
  @state() private edited: WebForm | 'new' | undefined;
  @state() private removed: WebForm | undefined;
  /** Ids of the forms whose code is shown as the element. */
  @state() private ready: ReadonlySet<string> = new Set();
  @query('#remove') private readonly removal!: HTMLDialogElement;

  readonly #forms = new StoreController<Resource<readonly WebForm[]>, WebFormsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'web-forms',
        create: (client) => new WebFormsStore(client),
      },
  );

  protected override render(): TemplateResult {
    const { forms: terms, cancel } = this.words;
    return html`
      <div class="frame">
        ${renderResource(this.#forms.value, {
          terms: (words) => this.terms(words),
          retry: () => void this.#forms.source?.refresh(),
          isEmpty: (forms) => forms.length === 0 && this.edited === undefined,
          empty: () => this.renderEmpty(),
          ready: (forms) => (this.edited ? this.renderEditor(this.edited) : this.renderForms(forms)),
        })}
        ${this.renderComplaint()}
      </div>
      ${renderQuestion({
        id: 'remove',
        title: terms.removeTitle(this.removed?.name ?? ''),
        body: html`<p>${terms.removeText}</p>`,
        cancel,
        confirm: terms.remove,
        onConfirm: () => void this.#remove(),
      })}
    `;
  }

  protected renderEmpty(): TemplateResult {
    const { forms: terms } = this.words;
    return html`<div class="state" part="empty">
      <strong>${terms.none}</strong>
      <p>${terms.noneHint}</p>
      ${this.renderNew()}
    </div>`;
  }

  protected renderNew(): TemplateResult {
    return html`<button class="button primary" type="button" @click=${() => (this.edited = 'new')}>
      ${renderIcon('add')} ${this.words.forms.create}
    </button>`;
  }

  protected renderEditor(edited: WebForm | 'new'): TemplateResult {
    return html`<crm-web-form-editor
      class="padded"
      .form=${edited === 'new' ? undefined : edited}
      .client=${this.client}
      @crm-web-form-left=${() => (this.edited = undefined)}
    ></crm-web-form-editor>`;
  }

  protected renderForms(forms: readonly WebForm[]): TemplateResult {
    return html`
      <div class="bar">
        <h2 class="heading">${this.words.forms.title}</h2>
        <div class="end">${this.renderNew()}</div>
      </div>
      <ul class="forms">
        ${repeat(
          forms,
          ({ id }) => id,
          (form) => this.renderForm(form),
        )}
      </ul>
    `;
  }

  protected renderForm(form: WebForm): TemplateResult {
    const { words } = this;
    const { forms: terms } = words;
    return html`<li class="form item" part="form">
      <div class="row">
        <div>
          <bdi class="name">${form.name}</bdi>
          <span class="chip">${words.configuration[form.module === 'Leads' ? 'leads' : 'contacts']}</span>
          <div class="hint">${form.portal ? terms.trackedBy(form.portal.name) : terms.untracked}</div>
        </div>
        <div class="actions">
          <button
            class="button"
            type="button"
            aria-label=${terms.editName(form.name)}
            @click=${() => (this.edited = form)}
          >
            ${terms.edit}
          </button>
          <button
            class="button quiet"
            type="button"
            aria-label=${words.remove(form.name)}
            @click=${() => void this.#ask(form)}
          >
            ${terms.remove}
          </button>
        </div>
      </div>
      ${this.renderFormCode(form)}
    </li>`;
  }

  protected renderFormCode(form: WebForm): TemplateResult {
    const { forms: terms } = this.words;
    const kind = this.ready.has(form.id) ? 'element' : 'plain';
    const code = kind === 'element' ? form.element_code : form.code;
    return html`
      ${renderChoice({
        name: `kind-${form.id}`,
        label: terms.kind,
        options: [
          { value: 'plain', label: terms.plain, hint: terms.plainHint },
          { value: 'element', label: terms.element, hint: terms.elementHint },
        ],
        value: kind,
        onChange: (chosen) => {
          const others = [...this.ready].filter((id) => id !== form.id);
          this.ready = new Set(chosen === 'element' ? [...others, form.id] : others);
        },
      })}
      ${renderCode(code, terms.code(form.name))}
      <div class="actions">${this.renderCopy(code)}</div>
    `;
  }

  async #ask(form: WebForm): Promise<void> {
    this.removed = form;
    await this.updateComplete;
    this.removal.showModal();
  }

  async #remove(): Promise<void> {
    const id = this.removed?.id;
    if (id !== undefined) await this.attempt(async () => this.#forms.source?.remove(id));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-web-forms': CrmWebForms;
  }
}
