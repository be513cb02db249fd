import type { WorkflowRule } from '@crm-elements/contract';
import { CrmError, failed, loading, ready, type Resource } from '@crm-elements/core';
import { Announcer, CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { comparatorWords, controls, renderTabs, surfaces, tabs } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmWorkflowRuleDeletedEvent, type CrmWorkflowRuleSavedEvent } from '../events.js';
import { createFieldsStore, fieldsKey, type FieldsByModule, type FieldsStore } from '../fields-store.js';
import { words } from '../i18n/index.js';
import { renderDialog } from '../render-dialog.js';
import { renderIcon } from '../render-icon.js';
import '../runs/crm-workflow-runs.js';
import { styles } from './crm-workflow-rules.styles.js';
import { describeRule } from './describe-rule.js';
import { renderModuleFilter } from './render-module-filter.js';
import { renderRule } from './render-rule.js';
import type { RulesState } from './rules-state.js';
import { RulesStore } from './rules-store.js';

/** What the element shows: the rules, the log (of one rule), or the form of a rule. */
type View =
  { name: 'rules' } | { name: 'log'; rule?: WorkflowRule } | { name: 'form'; rule: WorkflowRule | undefined };

/**
 * Workflow rules: what happens by itself when records change. Lists, makes, edits, switches and deletes them,
 * and shows their log.
 *
 * @tagname crm-workflow-rules
 * @slot empty - Instead of the words shown when there are no rules.
 * @csspart tabs - The choice between rules and log.
 * @csspart bar - The line with filter and button above the rules.
 * @csspart rule - One rule.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not manage automation.
 * @fires {CrmWorkflowRuleSavedEvent} crm-workflow-rule-saved - A rule was made or changed.
 * @fires {CrmWorkflowRuleDeletedEvent} crm-workflow-rule-deleted - A rule was deleted.
 * @fires {CrmWorkflowRecordOpenEvent} crm-workflow-record-open - Asks the host to open the record of a run.
 */
export class CrmWorkflowRules extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, tabs, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, comparatorWords];

  /** Only the rules of this module; all when empty. */
  @property() module = '';

  /** Address of a record in the host's pages; where it gives one, records of the log are links. */
  @property({ attribute: false }) hrefFor: ((module: string, id: string) => string | undefined) | undefined;

  @state() private view: View = { name: 'rules' };
  /** Whether the code of the form is there. */
  @state() private form: Resource<true> = loading;
  @state() private refusal = '';
  @state() private doomed: WorkflowRule | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  readonly #rules = new StoreController<Resource<RulesState>, RulesStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'workflow-rules',
        create: (client) => new RulesStore(client),
      },
  );
  readonly #fields = new StoreController<FieldsByModule, FieldsStore>(
    this,
    () => this.crm && { client: this.crm, key: fieldsKey, create: createFieldsStore },
  );
  readonly #announcer = new Announcer(this);

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Conditions are said by the labels of their fields.
    for (const { criteria, module } of this.#rules.value?.data?.rules ?? [])
      if (criteria !== null) this.#fields.source?.want(module);
  }

  protected override render() {
    return html`
      <div class="frame">
        ${this.view.name === 'form' ? this.renderForm(this.view.rule) : this.renderViews(this.view)}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderForm(rule: WorkflowRule | undefined): TemplateResult | typeof nothing {
    return renderResource(this.form, {
      terms: (shared) => this.terms(shared),
      retry: () => void this.#loadForm(),
      isEmpty: () => false,
      empty: () => nothing,
      ready: () =>
        html`<crm-workflow-rule-form
          .client=${this.client}
          .rule=${rule}
          .modules=${this.#rules.value?.data?.modules ?? []}
          @crm-workflow-rule-saved=${this.#onSaved}
          @crm-workflow-form-left=${() => void this.#show({ name: 'rules' }, rule?.id)}
        ></crm-workflow-rule-form>`,
    });
  }

  protected renderViews(view: Exclude<View, { name: 'form' }>): TemplateResult {
    const terms = this.terms(words);
    return html`
      ${renderTabs({
        label: terms.views,
        tabs: [
          ['rules', terms.rules],
          ['log', terms.log],
        ],
        chosen: view.name,
        choose: (name) => (this.view = name === 'log' ? { name } : { name: 'rules' }),
      })}
      <div role="tabpanel" id=${`panel-${view.name}`} aria-labelledby=${`tab-${view.name}`}>
        ${view.name === 'log' ? this.renderLog(view.rule) : this.renderRules()}
      </div>
    `;
  }

  protected renderLog(rule: WorkflowRule | undefined): TemplateResult {
    const { runs } = this.terms(words);
    return html`
      ${
        rule
          ? html`<div class="limit">
              <span>${runs.ofRule(rule.name)}</span>
              <button class="button quiet" type="button" @click=${() => (this.view = { name: 'log' })}>
                ${runs.allRules}
              </button>
            </div>`
          : nothing
      }
      <crm-workflow-runs
        .client=${this.client}
        rule-id=${rule?.id ?? ''}
        .hrefFor=${this.hrefFor}
      ></crm-workflow-runs>
    `;
  }

  protected renderRules(): TemplateResult {
    const terms = this.terms(words);
    return html`
      ${renderResource(this.#rules.value, {
        terms: (shared) => this.terms(shared),
        retry: () => this.#rules.source?.refresh(),
        isEmpty: () => false,
        empty: () => nothing,
        ready: (state) => this.renderList(state),
      })}
      ${renderDialog({
        title: terms.deleteTitle,
        text: terms.deleteHint(this.doomed?.name ?? ''),
        cancel: terms.cancel,
        confirm: terms.confirmDelete,
        onConfirm: () => void this.#delete(),
      })}
    `;
  }

  protected renderList({ rules, modules }: RulesState): TemplateResult {
    const terms = this.terms(words);
    const shown = rules.filter(({ module }) => !this.module || module === this.module);
    return html`
      <div class="bar" part="bar">
        ${renderModuleFilter(this.module, modules, terms, (module) => (this.module = module))}
        <div class="end">
          <button class="button primary" type="button" @click=${() => this.#edit(undefined)}>
            ${terms.newRule}
          </button>
        </div>
      </div>
      ${this.refusal ? html`<p class="fault banner" role="alert">${this.refusal}</p>` : nothing}
      ${
        shown.length === 0
          ? this.renderEmpty(rules.length > 0)
          : html`<ul>
              ${repeat(
                shown,
                ({ id }) => id,
                (rule) => this.renderRule(rule, modules),
              )}
            </ul>`
      }
    `;
  }

  protected renderEmpty(isFiltered: boolean): TemplateResult {
    const { emptyRules, emptyRulesHint, emptyModule } = this.terms(words);
    return html`<slot name="empty">
      <div class="state" part="empty">
        ${renderIcon('flow')}
        <strong>${isFiltered ? emptyModule : emptyRules}</strong>
        <p>${emptyRulesHint}</p>
      </div>
    </slot>`;
  }

  protected renderRule(rule: WorkflowRule, modules: RulesState['modules']): TemplateResult {
    const { formats } = this;
    const terms = this.terms(words);
    const module = modules.find(({ api_name: name }) => name === rule.module)?.label ?? rule.module;
    return renderRule(rule, {
      words: terms,
      formats,
      sentence: describeRule(rule, {
        module,
        fields: this.#fields.value?.get(rule.module) ?? [],
        words: terms,
        comparators: this.terms(comparatorWords),
        formats,
      }),
      module,
      edit: () => this.#edit(rule),
      showLog: () => (this.view = { name: 'log', rule }),
      remove: () => void this.#ask(rule),
      switch: (active) => void this.#switch(rule, active),
    });
  }

  #edit(rule: WorkflowRule | undefined): void {
    this.view = { name: 'form', rule };
    if (!this.form.data) void this.#loadForm();
  }

  /** A form is heavier than a list, and most readers only look. */
  async #loadForm(): Promise<void> {
    this.form = loading;
    try {
      await import('../define-form.js');
      this.form = ready(true as const);
    } catch (error) {
      this.form = failed<true>(new CrmError('offline', 'offline', String(error)), undefined);
    }
  }

  readonly #onSaved = ({ rule }: CrmWorkflowRuleSavedEvent) => {
    this.#announcer.say(() => this.terms(words).ruleSaved(rule.name));
    void this.#show({ name: 'rules' }, rule.id);
  };

  /** @param id of the rule that gets the focus */
  async #show(view: View, id: string | undefined): Promise<void> {
    this.view = view;
    await this.updateComplete;
    const rule =
      id === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`[data-id="${id}"] .name`);
    (rule ?? this.renderRoot.querySelector<HTMLElement>('.bar .primary'))?.focus();
  }

  async #ask(rule: WorkflowRule): Promise<void> {
    this.doomed = rule;
    await this.updateComplete;
    this.dialog.showModal();
  }

  async #delete(): Promise<void> {
    const { doomed } = this;
    if (!doomed) return;
    const terms = this.terms(words);
    const isDone = await this.#try(this.#rules.source?.remove(doomed.id), terms.deleteFailed(doomed.name));
    if (!isDone) return;
    this.#announcer.say(() => terms.ruleDeleted(doomed.name));
    this.dispatchEvent(new CrmWorkflowRuleDeletedEvent(doomed.id));
    await this.#show({ name: 'rules' }, undefined);
  }

  async #switch(rule: WorkflowRule, active: boolean): Promise<void> {
    await this.#try(this.#rules.source?.switch(rule, active), this.terms(words).switchFailed(rule.name));
    // A refusal has put the rule back: the switch follows it.
    this.requestUpdate();
  }

  /** @returns whether it was done; a refusal is said */
  async #try(change: Promise<void> | undefined, refusal: string): Promise<boolean> {
    this.refusal = '';
    try {
      await change;
      return true;
    } catch {
      this.refusal = refusal;
      return false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-workflow-rules': CrmWorkflowRules;
  }
}
