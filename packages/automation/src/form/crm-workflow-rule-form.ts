import type { WorkflowActionType, WorkflowModule, WorkflowRule } from '@crm-elements/contract';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { checkDraft } from '../draft/check-draft.js';
import { faultAt, type Faults } from '../draft/faults.js';
import { FormStore, type FormState } from '../draft/form-store.js';
import type { DraftChange, RuleDraft } from '../draft/rule-draft.js';
import { CrmWorkflowFormLeftEvent, CrmWorkflowRuleSavedEvent } from '../events.js';
import { createFieldsStore, fieldsKey, type FieldsByModule, type FieldsStore } from '../fields-store.js';
import { words } from '../i18n/index.js';
import { renderDialog } from '../render-dialog.js';
import { renderIcon } from '../render-icon.js';
import './crm-merge-text.js';
import { styles } from './crm-workflow-rule-form.styles.js';
import './crm-workflow-recipients.js';
import { focusFault } from './focus-fault.js';
import { LeavingFields } from './leaving-fields.js';
import { renderActions } from './render-actions.js';
import { renderBasics } from './render-basics.js';
import { renderTrigger } from './render-trigger.js';
import { listRemaining } from './remaining-faults.js';
import type { FormView } from './view.js';

/**
 * The form of one workflow rule. What is written is kept until it is saved or thrown away.
 *
 * @tagname crm-workflow-rule-form
 * @csspart bar - The title and the way back.
 * @csspart section - A part of the form.
 * @csspart action - One action.
 * @csspart faults - What is wrong with the rule as a whole.
 * @csspart footer - The buttons that save and leave.
 * @fires {CrmWorkflowRuleSavedEvent} crm-workflow-rule-saved - The rule was made or changed.
 * @fires {CrmWorkflowFormLeftEvent} crm-workflow-form-left - The reader has left the form.
 */
export class CrmWorkflowRuleForm extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** The rule to change; undefined for a new one. */
  @property({ attribute: false }) rule: WorkflowRule | undefined;

  /** What rules may be made of. */
  @property({ attribute: false }) modules: readonly WorkflowModule[] = [];

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  readonly #form = new StoreController<FormState, FormStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `workflow-form/${this.rule?.id ?? 'new'}`,
        create: (client) => new FormStore(client, this.rule),
      },
  );
  readonly #fields = new StoreController<FieldsByModule, FieldsStore>(
    this,
    () => this.crm && { client: this.crm, key: fieldsKey, create: createFieldsStore },
  );
  #isEntered = false;

  constructor() {
    super();
    new LeavingFields(this, (path) => this.#judge(path));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const draft = this.#form.value?.draft;
    if (!draft) return;
    this.#fields.source?.want(draft.module);
    for (const { action } of draft.actions) {
      if (action.type === 'create_record') this.#fields.source?.want(action.module);
    }
    if (this.#isEntered) return;
    this.#isEntered = true;
    this.renderRoot.querySelector<HTMLElement>('.heading')?.focus();
  }

  /** Asks whether changes may be lost, and says when the form is left. */
  leave(): void {
    if (this.#form.value?.changed) this.dialog.showModal();
    else this.dispatchEvent(new CrmWorkflowFormLeftEvent());
  }

  protected override render() {
    const state = this.#form.value;
    const { form } = this.terms(words);
    if (!state?.draft) return nothing;
    return html`
      <form novalidate @submit=${this.#onSubmit}>
        <div class="bar" part="bar">
          <button
            class="icon-button back"
            type="button"
            title=${form.back}
            aria-label=${form.back}
            @click=${() => this.leave()}
          >
            ${renderIcon('back')}
          </button>
          <h2 class="heading" tabindex="-1">${this.rule ? form.editTitle : form.newTitle}</h2>
        </div>
        ${state.restored ? this.renderRestored() : nothing} ${this.renderSections(state.draft, state.faults)}
        ${this.renderFooter(state, state.draft)}
      </form>
      ${renderDialog({
        title: form.leaveTitle,
        text: form.leaveHint,
        cancel: form.stay,
        confirm: form.leave,
        onConfirm: () => void this.#discard(),
      })}
    `;
  }

  protected renderSections(draft: RuleDraft, faults: Faults): TemplateResult {
    const view = this.#view(draft, faults);
    const change = (one: DraftChange) => this.#change(one);
    return html`
      <div class="sections">
        ${renderBasics(draft, view, change)} ${renderTrigger(draft, view, change)}
        ${renderActions(draft, view, {
          change,
          add: (type) => void this.#addAction(type),
        })}
      </div>
    `;
  }

  protected renderRestored(): TemplateResult {
    const { restored, startOver } = this.terms(words).form;
    return html`<div class="notice" role="status">
      <div>${restored}</div>
      <button class="button" type="button" @click=${() => void this.#form.source?.discard()}>
        ${startOver}
      </button>
    </div>`;
  }

  protected renderFooter({ saving, error, faults }: FormState, draft: RuleDraft): TemplateResult {
    const { form } = this.terms(words);
    const why = error
      ? error.retryable
        ? form.offline
        : faults.size > 0
          ? form.invalid
          : form.refused
      : undefined;
    const rest = listRemaining(faults, draft);
    return html`
      <div class="footer" part="footer">
        ${
          (why ?? (faults.size > 0 ? form.invalid : undefined))
            ? html`<div class="fault" role="alert" part="faults">
                ${why ?? form.invalid} ${rest.map((message) => html`<div>${message}</div>`)}
              </div>`
            : nothing
        }
        <label class="choice">
          <input
            type="checkbox"
            .checked=${draft.active}
            @change=${(event: Event) =>
              this.#change({ type: 'set', values: { active: (event.target as HTMLInputElement).checked } })}
          />
          ${form.active}
        </label>
        <div class="actions">
          <button class="button" type="button" @click=${() => this.leave()}>
            ${this.terms(words).cancel}
          </button>
          <button class="button primary" type="submit" aria-busy=${saving}>
            ${saving ? form.saving : form.save}
          </button>
        </div>
      </div>
    `;
  }

  #view(draft: RuleDraft, faults: Faults): FormView {
    const fieldsByModule: FieldsByModule = this.#fields.value ?? new Map<string, never>();
    return {
      words: this.terms(words),
      formats: this.formats,
      client: this.client,
      modules: this.modules,
      fields: fieldsByModule.get(draft.module) ?? [],
      fieldsByModule,
      fault: (path) => faultAt(faults, path),
    };
  }

  #change(change: DraftChange): void {
    this.#form.source?.change(change);
  }

  async #addAction(type: WorkflowActionType): Promise<void> {
    this.#change({ type: 'action-added', action: type });
    await this.updateComplete;
    [...this.renderRoot.querySelectorAll<HTMLElement>('.action-title')].at(-1)?.focus();
  }

  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    void this.#save();
  };

  /** What is wrong with a part is said when it is left, not only when the rule is saved. */
  #judge(path: string): void {
    const { source } = this.#form;
    const draft = source?.state.value.draft;
    if (draft) source.judge(path, checkDraft(draft, this.terms(words).form));
  }

  async #save(): Promise<void> {
    const { source } = this.#form;
    const draft = source?.state.value.draft;
    if (!source || !draft) return;
    const wrong = checkDraft(draft, this.terms(words).form);
    const isSound = this.renderRoot.querySelector('crm-criteria-editor')?.check() ?? true;
    if (wrong.size > 0) source.refuse(wrong);
    // The editor has said what is wrong with the criteria, and has the focus.
    else if (!isSound) return;
    const rule = wrong.size > 0 ? undefined : await source.save();
    if (rule) this.dispatchEvent(new CrmWorkflowRuleSavedEvent(rule));
    else await focusFault(this, source.state.value.faults);
  }

  async #discard(): Promise<void> {
    await this.#form.source?.discard();
    this.dispatchEvent(new CrmWorkflowFormLeftEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-workflow-rule-form': CrmWorkflowRuleForm;
  }
}
