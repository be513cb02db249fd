import type { FieldDescription, PortalSettings, WebForm, WebFormInput } from '@crm-elements/contract';
import type { Resource } from '@crm-elements/core';
import { renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { CrmWebFormLeftEvent } from '../events.js';
import { renderChoice } from '../fields/render-choice.js';
import { renderTextArea, renderTextField } from '@crm-elements/ui';
import '../portals/crm-portal-form.js';
import { renderLeaving } from '../render-question.js';
import { SetupElement } from '../setup-element.js';
import { blankForm, fieldsOf, inputOfForm } from './form-draft.js';
import { ModuleFieldsStore } from './module-fields-store.js';
import { renderFields } from './render-fields.js';
import { renderTracking } from './render-tracking.js';
import { WebFormsStore } from './web-forms-store.js';

/**
 * The form in which a web form is made or changed: what it asks for, and by which portal and code its visitors are
 * tracked. Where there is no portal, one is created there.
 *
 * @tagname crm-web-form-editor
 * @csspart form - The form.
 * @csspart loading - While the fields are not known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the fields.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 * @fires {CrmWebFormLeftEvent} crm-web-form-left - The form was saved, or left without.
 */
export class CrmWebFormEditor extends SetupElement {
  /** The form to change; undefined for a new one. */
  @property({ attribute: false }) form: WebForm | undefined;

  /** What was changed; undefined while nothing is. */
  @state() private changed: WebFormInput | undefined;
  @state() private isCreatingPortal = false;
  @query('#leave') private readonly dialog!: HTMLDialogElement;

  readonly #forms = new StoreController<Resource<readonly WebForm[]>, WebFormsStore>(
    this,
    () => this.crm && { client: this.crm, key: 'web-forms', create: (client) => new WebFormsStore(client) },
  );
  readonly #fields = new StoreController<Resource<readonly FieldDescription[]>, ModuleFieldsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `form-fields/${this.#draft.module}`,
        create: (client) => new ModuleFieldsStore(client, this.#draft.module),
      },
  );

  /** True when something was changed that is not saved. */
  override get hasChanges(): boolean {
    return this.changed !== undefined;
  }

  protected override render(): TemplateResult {
    if (this.isCreatingPortal) return this.renderPortalForm();
    const { words, faults } = this;
    const { forms: terms } = words;
    const draft = this.#draft;
    return html`
      <form class="form" part="form" novalidate @submit=${this.#onSubmit}>
        <h2 class="heading">${this.form ? terms.edit : terms.create}</h2>
        ${renderTextField({
          name: 'name',
          label: words.name,
          value: draft.name,
          maxLength: 100,
          isRequired: true,
          fault: faults.name,
          onChange: (name) => this.#change({ name }),
        })}
        ${renderChoice({
          name: 'module',
          label: terms.module,
          options: [
            { value: 'Leads', label: words.configuration.leads },
            { value: 'Contacts', label: words.configuration.contacts },
          ],
          value: draft.module,
          onChange: (module) => this.#change({ module }),
        })}
        ${this.renderFields(draft)} ${this.renderTracking(draft)}
        ${renderTextField({
          name: 'return_url',
          label: terms.returnUrl,
          hint: terms.returnHint,
          value: draft.return_url ?? '',
          maxLength: 2_048,
          isLtr: true,
          inputMode: 'url',
          fault: faults.return_url,
          onChange: (url) => this.#change({ return_url: url.trim() || null }),
        })}
        ${this.renderFormer(draft)} ${this.renderComplaint()}
        <div class="actions">
          <button class="button primary" type="submit" aria-busy=${this.isBusy}>${words.save}</button>
          <button class="button" type="button" @click=${this.#leave}>${words.cancel}</button>
        </div>
      </form>
      ${renderLeaving(words, () => this.dispatchEvent(new CrmWebFormLeftEvent()))}
    `;
  }

  protected renderFields(draft: WebFormInput): TemplateResult | typeof nothing {
    return renderResource(this.#fields.value, {
      terms: (words) => this.terms(words),
      retry: () => void this.#fields.source?.refresh(),
      isEmpty: () => false,
      empty: () => nothing,
      ready: (known) =>
        renderFields({
          known,
          chosen: fieldsOf(draft.fields, known),
          words: this.words,
          onChange: (fields) => this.#change({ fields }),
        }),
    });
  }

  protected renderTracking(draft: WebFormInput): TemplateResult | typeof nothing {
    const tracking = this.tracking.value?.data;
    if (!tracking) return nothing;
    return renderTracking({
      portals: tracking.portals,
      codeId: draft.embed_code_id,
      words: this.words,
      choose: (embedCodeId) => this.#change({ embed_code_id: embedCodeId }),
      create: () => (this.isCreatingPortal = true),
    });
  }

  protected renderFormer({ former_code: former }: WebFormInput): TemplateResult {
    const { words, faults } = this;
    return html`
      <details ?open=${this.form?.former_code}>
        <summary>${words.forms.migration}</summary>
        ${renderTextArea({
          name: 'former_code',
          label: words.forms.former,
          hint: words.forms.formerHint,
          maxLength: 100_000,
          value: former ?? '',
          isLtr: true,
          fault: faults.former_code,
          onChange: (text) => this.#change({ former_code: text || null }),
        })}
      </details>
    `;
  }

  protected renderPortalForm(): TemplateResult {
    return html`<crm-portal-form
      ?first=${!this.tracking.value?.data?.enabled}
      .client=${this.client}
      @crm-portal-form-left=${() => (this.isCreatingPortal = false)}
      @crm-portal-created=${({ portal }: { portal: PortalSettings }) => {
        this.isCreatingPortal = false;
        this.#change({ embed_code_id: portal.embed_codes[0]?.id ?? null });
      }}
    ></crm-portal-form>`;
  }

  get #draft(): WebFormInput {
    return this.changed ?? (this.form ? inputOfForm(this.form) : blankForm);
  }

  #change(changes: Partial<WebFormInput>): void {
    this.changed = { ...this.#draft, ...changes };
  }

  readonly #leave = (): void => {
    if (this.changed) this.dialog.showModal();
    else this.dispatchEvent(new CrmWebFormLeftEvent());
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save();
  };

  async #save(): Promise<void> {
    const draft = this.#draft;
    const known = this.#fields.value?.data;
    const url = draft.return_url;
    const faults = {
      ...(!draft.name.trim() && { name: this.words.refusals.required }),
      ...(url !== null && !URL.canParse(url) && { return_url: this.words.forms.badUrl }),
    };
    if (this.refuse(faults) || !known) return;
    const input = { ...draft, name: draft.name.trim(), fields: fieldsOf(draft.fields, known) };
    const isDone = await this.attempt(async () => this.#forms.source?.save(this.form?.id, input));
    if (isDone) this.dispatchEvent(new CrmWebFormLeftEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-web-form-editor': CrmWebFormEditor;
  }
}
