import type { FieldDescription } from '@crm-elements/contract';
import type { CrmClient, Resource } from '@crm-elements/core';
import { Announcer, renderResource, StoreController } from '@crm-elements/core/lit';
import type { CrmCriteriaChangedEvent } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { SetupElement } from '../setup-element.js';
import { renderRow } from './render-row.js';
import { renderFoot } from './render-foot.js';
import type { Row, Rows, Rule } from './rule-draft.js';
import { rulesStyles } from './rules.styles.js';
import type { RulesState, RulesStore } from './rules-store.js';
import { VisitorFieldsStore } from '../../shared/visitor-fields-store.js';

/** Rules of a portal in their order: made, changed, moved by mouse or keyboard, and saved as a whole. */
export abstract class RulesElement<R extends Rule> extends SetupElement {
  static override styles = [SetupElement.styles, rulesStyles];

  /** Id of the portal. */
  @property({ attribute: 'portal-id' }) portalId = '';

  /** Keys of the rules whose form is unfolded, and of those that were: their forms stay. */
  @state() private open: ReadonlySet<number> = new Set();
  @state() private isSaved = false;
  readonly #opened = new Set<number>();
  readonly #announcer = new Announcer(this);
  #dragged: number | undefined;

  protected readonly rules = new StoreController<Resource<RulesState<R>>, RulesStore<R>>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `${this.localName}/${this.portalId}`,
        create: (client) => this.createStore(client),
      },
  );
  readonly #fields = new StoreController<readonly FieldDescription[] | undefined, VisitorFieldsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'visitor-fields',
        create: (client) => new VisitorFieldsStore(client),
      },
  );

  protected abstract createStore(client: CrmClient): RulesStore<R>;
  /** A new rule. */
  protected abstract blank(): R;
  /** What a rule does, in one line. */
  protected abstract describe(rule: R): string;
  /** The form of what a rule does. */
  protected abstract renderDeed(rule: R, change: (values: Partial<R>) => void): TemplateResult;
  /** What these rules are for, and what is said while there are none. */
  protected abstract get about(): { intro: string; none: string };
  /** What is wrong with a rule; empty when nothing is. */
  protected abstract check(rule: R): string;

  /** True when something was changed that is not saved. */
  override get hasChanges(): boolean {
    return this.rules.value?.data?.hasChanges ?? false;
  }

  protected override render(): TemplateResult {
    return html`
      ${renderResource(this.rules.value, {
        terms: (dictionary) => this.terms(dictionary),
        retry: () => void this.rules.source?.refresh(),
        isEmpty: () => false,
        empty: () => nothing,
        ready: (rules) => this.renderRules(rules),
      })}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderRules(rules: RulesState<R>): TemplateResult {
    const { words } = this;
    const { rows } = rules;
    return html`
      <form class="rules" novalidate @submit=${this.#onSubmit}>
        <p class="hint">${this.about.intro}</p>
        ${rows.length === 0 ? html`<p class="hint">${this.about.none}</p>` : nothing}
        <ol class="list" part="rules">
          ${repeat(
            rows,
            ({ key }) => key,
            (row, index) => this.renderRule(rows, row, index),
          )}
        </ol>
        ${this.renderMore(rules)} ${this.renderComplaint()}
        ${renderFoot({
          words,
          rules,
          isBusy: this.isBusy,
          isSaved: this.isSaved,
          add: () => void this.#add(),
          discard: () => this.rules.source?.discard(),
          takeTheirs: () => this.rules.source?.takeTheirs(),
          overwrite: () => void this.#save(true),
        })}
      </form>
    `;
  }

  /** What stands below the list. */
  protected renderMore(_rules: RulesState<R>): TemplateResult | typeof nothing {
    return nothing;
  }

  protected renderRule(rows: Rows<R>, row: Row<R>, index: number): TemplateResult {
    const { key, rule } = row;
    const change = (values: Partial<R>) => this.#change({ type: 'changed', key, values });
    return renderRow({
      row,
      index,
      count: rows.length,
      words: this.words,
      summary: this.describe(rule),
      fault: this.faults[`rule-${key}`],
      isOpen: this.open.has(key),
      form: this.#opened.has(key)
        ? {
            fields: this.#fields.value ?? [],
            client: this.client,
            deed: this.renderDeed(rule, change),
            onCriteria: ({ value }: CrmCriteriaChangedEvent) => change({ criteria: value } as Partial<R>),
          }
        : undefined,
      rename: (name) => change({ name } as Partial<R>),
      activate: (active) => change({ active } as Partial<R>),
      toggle: () => this.#toggle(key),
      move: (to) => void this.#move(row, to, rows.length),
      remove: () => void this.#remove(key),
      drag: (isDragged) => (this.#dragged = isDragged ? key : undefined),
      dragOver: () => this.#dragTo(index),
    });
  }

  #change(change: Parameters<RulesStore<R>['change']>[0]): void {
    this.isSaved = false;
    this.rules.source?.change(change);
  }

  #toggle(key: number): void {
    const open = new Set(this.open);
    if (!open.delete(key)) open.add(key);
    this.#opened.add(key);
    this.open = open;
  }

  async #add(): Promise<void> {
    this.isSaved = false;
    const row = this.rules.source?.add(this.blank());
    if (!row) return;
    this.#toggle(row.key);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#name-${row.key}`)?.focus();
  }

  async #remove(key: number): Promise<void> {
    this.#change({ type: 'removed', key });
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  async #move({ key, rule }: Row<R>, to: number, count: number): Promise<void> {
    if (to < 0 || to >= count) return;
    const focused = this.shadowRoot?.activeElement;
    this.#change({ type: 'moved', key, to });
    await this.updateComplete;
    // A row that was moved in the document has lost the focus.
    if (focused instanceof HTMLElement) focused.focus();
    const [place, all] = [to + 1, count].map((n) => this.formats.number(n));
    this.#announcer.say(() => this.words.rules.moved(rule.name, place ?? '', all ?? ''));
  }

  #dragTo(to: number): void {
    if (this.#dragged !== undefined) this.#change({ type: 'moved', key: this.#dragged, to });
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#save(false);
  };

  async #save(overTheirs: boolean): Promise<void> {
    const { source } = this.rules;
    const rows = source?.state.value.data?.rows ?? [];
    const faults = rows.flatMap(({ key, rule }) => {
      const fault = rule.name.trim() ? this.check(rule) : this.words.rules.unnamed;
      return fault ? [[`rule-${key}`, fault] as const] : [];
    });
    this.open = new Set([...this.open, ...faults.map(([name]) => Number(name.slice(5)))]);
    for (const key of this.open) this.#opened.add(key);
    if (this.refuse(Object.fromEntries(faults))) return;
    const editors = [...this.renderRoot.querySelectorAll('crm-criteria-editor')];
    const faulty = editors.find((editor) => !editor.check());
    if (faulty) {
      this.open = new Set([...this.open, Number(faulty.dataset.key)]);
      return;
    }
    await this.attempt(async () => (this.isSaved = (await source?.save(overTheirs)) ?? false));
    // The keys begin anew with what was saved.
    if (this.isSaved) this.open = new Set();
  }
}
