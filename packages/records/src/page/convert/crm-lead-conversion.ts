import type { WriteRow } from '@crm-elements/contract';
import { CrmError, type CrmClient, type Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { editorStyles } from '../../fields/edit/editor.styles.js';
import { refusalOf } from '../../fields/edit/refusal.js';
import { renderEditor } from '../../fields/edit/render-editor.js';
import type { FieldDescription, ModuleMeta } from '../../fields/module-meta.js';
import { wantModule, type ModuleStore } from '../../fields/module-store.js';
import type { Values } from '../../record/record-state.js';
import { CrmLeadConvertedEvent, type ConvertedInto } from '../events.js';
import { draftOf, emptyForm, readForm, typed, type FormState } from '../form/form-state.js';
import { nameOf } from '../key-fields.js';
import { RecordElement } from '../record-element.js';
import { styles } from './crm-lead-conversion.styles.js';

const dealFields = ['Deal_Name', 'Stage', 'Amount', 'Closing_Date'];

/**
 * The dialog that converts a lead into a contact, an account and, if wanted, a deal.
 *
 * @tagname crm-lead-conversion
 * @csspart dialog - The dialog.
 * @csspart fault - The words for what is wrong.
 * @fires {CrmLeadConvertedEvent} crm-lead-converted - The lead was converted.
 */
export class CrmLeadConversion extends RecordElement {
  static override styles = [CrmElement.styles, controls, surfaces, editorStyles, styles];

  @state() private withDeal = false;
  @state() private form: FormState = emptyForm;
  @state() private phase: 'idle' | 'busy' | 'failed' = 'idle';

  readonly #deals = new StoreController<Resource<ModuleMeta>, ModuleStore>(this, () =>
    this.withDeal ? wantModule(this.crm, 'Deals') : undefined,
  );

  /** Opens the dialog. */
  open(): void {
    this.phase = 'idle';
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const { words: terms } = this;
    const meta = this.meta.value?.data;
    const record = this.record.value?.data;
    const name = meta && record ? nameOf(meta, record) : '';
    return html`<dialog part="dialog" aria-labelledby="title" aria-describedby="hint">
      <form novalidate @submit=${this.#onSubmit}>
        <h3 class="heading" id="title">${terms.convertTitle(name)}</h3>
        <p class="hint" id="hint">${terms.convertHint}</p>
        <label class="choice">
          <input
            type="checkbox"
            .checked=${this.withDeal}
            @change=${(event: Event) => (this.withDeal = (event.target as HTMLInputElement).checked)}
          />${terms.withDeal}
        </label>
        ${this.withDeal ? this.#fields.map((field) => this.renderField(field)) : nothing}
        ${this.phase === 'failed' ? html`<p class="fault" role="alert">${terms.convertFailed}</p>` : nothing}
        <div class="actions">
          <button class="button primary" type="submit" aria-busy=${this.phase === 'busy'}>
            ${terms.convert}
          </button>
          <button class="button" type="button" @click=${() => this.#close()}>${terms.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  protected renderField(field: FieldDescription): TemplateResult {
    const { form, formats } = this;
    const name = field.api_name;
    return html`<div class="field">
      <label class=${field.system_mandatory ? 'required' : ''} for=${name}>${field.display_label}</label>
      ${renderEditor({
        field,
        draft: draftOf(form, field, null, formats),
        id: name,
        fault: form.faults.get(name),
        terms: this.editWords,
        formats,
        client: this.client,
        onDraft: (draft) => (this.form = typed(form, field, draft, null)),
      })}
    </div>`;
  }

  get #fields(): FieldDescription[] {
    const deals = this.#deals.value?.data;
    return dealFields.flatMap((name) => deals?.fields.get(name) ?? []);
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void this.#convert();
  };

  #close(): void {
    this.renderRoot.querySelector('dialog')?.close();
  }

  async #convert(): Promise<void> {
    const { crm, recordId } = this;
    if (!crm || this.phase === 'busy') return;
    const { values, faults } = readForm(this.form, this.withDeal ? this.#fields : [], {}, true, this.formats);
    this.form = { ...this.form, faults };
    const [first] = faults.keys();
    if (first !== undefined) return this.#focus(first);
    this.phase = 'busy';
    try {
      const into = await convertLead(crm, recordId, this.withDeal ? values : undefined);
      this.#close();
      this.record.source?.refresh();
      this.dispatchEvent(new CrmLeadConvertedEvent(recordId, into));
      this.phase = 'idle';
    } catch (error) {
      await this.#refuse(error);
    }
  }

  async #refuse(error: unknown): Promise<void> {
    this.phase = 'failed';
    const fields = this.#deals.value?.data?.fields;
    if (!(error instanceof CrmError) || !fields) return;
    const { apiName, fault } = refusalOf(error, fields);
    if (apiName === undefined) return;
    this.phase = 'idle';
    this.form = { ...this.form, faults: new Map([[apiName, fault]]) };
    await this.#focus(apiName);
  }

  async #focus(name: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(name)}`)?.focus();
  }
}

const idIn = (rows: WriteRow[], module: string) =>
  (rows[0]?.details[module] as { id: string } | null | undefined)?.id;

async function convertLead(client: CrmClient, id: string, deal: Values | undefined): Promise<ConvertedInto> {
  const { data } = await client.call('POST /crm/v8/Leads/:id/actions/convert', {
    params: { id },
    body: { data: [deal ? { Deals: deal } : {}] },
  });
  return { contact: idIn(data, 'Contacts'), account: idIn(data, 'Accounts'), deal: idIn(data, 'Deals') };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-lead-conversion': CrmLeadConversion;
  }
}
