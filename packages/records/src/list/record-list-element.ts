import type { CrmRecord } from '@crm-elements/contract';
import type { CrmClient, Resource } from '@crm-elements/core';
import { Announcer, CrmElement, StoreController } from '@crm-elements/core/lit';
import { comparatorWords } from '@crm-elements/ui';
import { property } from 'lit/decorators.js';
import { PeekLinks } from '../card/peek-links.js';
import type { FieldContext, HrefFor } from '../fields/field-context.js';
import { words as fieldWords } from '../fields/i18n/index.js';
import type { FieldDescription, ModuleMeta } from '../fields/module-meta.js';
import { wantModule, type ModuleStore } from '../fields/module-store.js';
import { chooseColumns } from './columns/choose-columns.js';
import { ColumnsStore } from './columns/columns-store.js';
import { CrmRecordListChangedEvent } from './events.js';
import { words, type Words } from './i18n/index.js';
import { nextSort, parseSort, type Question, type Sort } from './read/question.js';
import type { ListState } from './state/list-state.js';
import { ListStore } from './state/list-store.js';
import { ViewsStore, type ListView } from './state/views-store.js';

/** What a list of records asks for, and the stores that answer. */
export abstract class RecordListElement extends CrmElement {
  static override dictionaries = [...CrmElement.dictionaries, words, fieldWords, comparatorWords];

  /** API name of the module. */
  @property() module = '';
  /** Id of the list view; the module's default view when empty. */
  @property({ attribute: 'view-id' }) viewId = '';
  /** API names of the columns, separated by commas, for readers who have chosen none. */
  @property() fields = '';
  /** A filter over the view, in the language of criteria. */
  @property() criteria: string | null = null;
  /** Words to be found anywhere in the module. */
  @property() word = '';
  /** Order, such as `Company:asc`; newest first when empty. */
  @property() sort = '';
  /** Ids of records that are on a site now, as the host knows: they can be selected together. */
  @property({ attribute: false }) onlineIds: ReadonlySet<string> = new Set();
  /** Tells the address of a record's page, which makes names real links. */
  @property({ attribute: false }) hrefFor: HrefFor | undefined;

  protected readonly announcer = new Announcer(this);
  protected readonly peekLinks = new PeekLinks(this);

  readonly #meta = new StoreController<Resource<ModuleMeta>, ModuleStore>(this, () =>
    wantModule(this.crm, this.module),
  );
  readonly #views = new StoreController<Resource<readonly ListView[]>, ViewsStore>(this, () =>
    this.#want('views', (client) => new ViewsStore(client, this.module)),
  );
  readonly #columns = new StoreController<readonly string[] | null | undefined, ColumnsStore>(this, () =>
    this.#want('list-columns', (client) => new ColumnsStore(client, this.module)),
  );
  readonly #list = new StoreController<Resource<ListState>, ListStore>(this, () => {
    const { crm, question } = this;
    if (!crm || !question) return undefined;
    const create = (client: CrmClient) => new ListStore(client, question);
    return { client: crm, key: `list/${JSON.stringify(question)}`, create };
  });
  /** What was shown last: it stays in sight until another view, filter or order has answered. */
  #last: { module: string; resource: Resource<ListState> } | undefined;

  protected get words(): Words {
    return this.terms(words);
  }

  protected get meta(): ModuleMeta | undefined {
    return this.#meta.value?.data;
  }

  protected get views(): readonly ListView[] {
    return this.#views.value?.data ?? [];
  }

  /** The view in force: the chosen one, else the default one. */
  protected get view(): ListView | undefined {
    const { views } = this;
    return views.find(({ id }) => id === this.viewId) ?? views.find(({ isDefault }) => isDefault) ?? views[0];
  }

  protected get columns(): readonly string[] {
    const { meta } = this;
    if (!meta) return [];
    const asked = this.fields.split(',').map((field) => field.trim());
    return chooseColumns(meta, this.#columns.value, this.view?.fields, asked);
  }

  protected get shownFields(): FieldDescription[] {
    return this.columns.flatMap((name) => this.meta?.fields.get(name) ?? []);
  }

  protected get order(): Sort | null {
    const sort = parseSort(this.sort);
    return sort && this.meta?.fields.has(sort.field) ? sort : null;
  }

  protected get store(): ListStore | undefined {
    return this.#list.source;
  }

  /** What the list asks for; undefined until the module and its views are known. */
  protected get question(): Question | undefined {
    const { view, columns } = this;
    if (!this.meta || !this.#views.value?.data || this.#columns.value === undefined) return undefined;
    return {
      module: this.module,
      viewId: view?.id ?? '',
      viewCriteria: view?.criteria ?? null,
      criteria: this.criteria || null,
      word: this.word,
      // A filter over a view keeps the order of the view.
      sort: this.order ?? (this.criteria ? (view?.sort ?? null) : null),
      fields: columns,
    };
  }

  protected get resource(): Resource<ListState> | undefined {
    const blocked = [this.#meta.value, this.#views.value].find((each) => each?.status === 'error');
    if (blocked) return { status: 'error', data: undefined, stale: false, error: blocked.error };
    return this.isAnswering ? this.#last?.resource : this.#list.value;
  }

  /** Whether what is shown is the answer to a former question. */
  protected get isAnswering(): boolean {
    const { value } = this.#list;
    return (!value || value.status === 'loading') && this.#last?.module === this.module;
  }

  protected get fieldContext(): FieldContext {
    const { formats, hrefFor } = this;
    return { formats, hrefFor, terms: this.terms(fieldWords), currency: this.meta?.currency };
  }

  /** What a record is called; its id where it has no name. */
  protected nameOf(record: CrmRecord): string {
    const value = record[this.meta?.nameField?.api_name ?? 'id'];
    if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
    return typeof value === 'string' && value !== '' ? value : record.id;
  }

  protected override updated(): void {
    const { value } = this.#list;
    if (value && value.status !== 'loading') this.#last = { module: this.module, resource: value };
  }

  protected chooseColumns(columns: readonly string[] | null): void {
    this.#columns.source?.choose(columns);
  }

  protected retry(): void {
    if (this.#meta.value?.status === 'error') void this.#meta.source?.refresh();
    if (this.#views.value?.status === 'error') void this.#views.source?.refresh();
    this.store?.refresh();
  }

  /** How many records the list has, in words; empty while that is not known. */
  protected get count(): string {
    const { words: terms, formats } = this;
    const total = this.isAnswering ? undefined : this.resource?.data?.total;
    return total === undefined ? '' : terms.records(formats.number(total), formats.plural(total));
  }

  /** Takes what the reader has chosen, and tells the host. */
  protected change(change: Partial<Pick<this, 'viewId' | 'criteria' | 'word' | 'sort'>>): void {
    Object.assign(this, change);
    const { viewId, criteria, word, order } = this;
    this.dispatchEvent(new CrmRecordListChangedEvent(viewId, criteria || null, word, order));
  }

  /** Upwards first, then downwards, then as the view has it. */
  protected sortBy(field: string): void {
    const next = nextSort(this.order, field);
    this.change({ sort: next ? `${next.field}:${next.order}` : '' });
  }

  /** Begins anew, with the records that have come since. */
  protected async showFresh(): Promise<void> {
    await this.store?.restart();
    const region = this.renderRoot.querySelector<HTMLElement>('.scroll');
    region?.scrollTo({ top: 0 });
    region?.focus();
  }

  /** Reads the next page and tells that it is there. */
  protected async loadMore(): Promise<void> {
    const before = this.resource?.data?.rows.length ?? 0;
    await this.store?.loadMore();
    const added = (this.resource?.data?.rows.length ?? 0) - before;
    if (added <= 0) return;
    const { words: terms, formats } = this;
    this.announcer.say(() => terms.moreLoaded(formats.number(added), formats.plural(added)));
    await this.updateComplete;
    // The last page takes the button away, and the focus must not go with it.
    if (!this.renderRoot.querySelector('.more') && document.activeElement === document.body)
      this.renderRoot.querySelector<HTMLElement>('.scroll')?.focus({ preventScroll: true });
  }

  #want<S>(name: string, create: (client: CrmClient) => S) {
    return this.crm && this.module ? { client: this.crm, key: `${name}/${this.module}`, create } : undefined;
  }
}
