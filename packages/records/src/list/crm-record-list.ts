import type { CrmRecord } from '@crm-elements/contract';
import { CrmElement, renderResource } from '@crm-elements/core/lit';
import { comparatorWords, controls, more, renderMore, surfaces } from '@crm-elements/ui';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { fieldValueStyles } from '../fields/field-value.styles.js';
import type { FieldDescription } from '../fields/module-meta.js';
import { renderFieldValue } from '../fields/render-field-value.js';
import { renderOpen } from '../fields/render-open.js';
import { renderCreate, renderSearch, renderViews } from './bar/render-bar.js';
import { TypedWord } from './bar/typed-word.js';
// The bar's elements; templates are checked against them.
import './columns/crm-record-columns.js';
import type { CrmColumnsChooseEvent } from './columns/events.js';
import { styles } from './crm-record-list.styles.js';
import { renderFilterButton } from './filter/render-filter-button.js';
import { LazyPart } from './lazy-part.js';
import { loadTools } from './load-tools.js';
import { CrmRecordCreateEvent, CrmRecordsShownEvent } from './events.js';
import type { CrmMassDoneEvent } from './mass/events.js';
import { hasMass } from './mass/mass-modules.js';
import { renderMass } from './mass/render-mass.js';
import { canSort, hasWord } from './read/question.js';
import { RecordListElement } from './record-list-element.js';
import { renderNothing } from './render-nothing.js';
import type { ListState } from './state/list-state.js';
import { Selecting } from './state/selecting.js';
import { isSelected } from './state/selection.js';
import { isNumber } from './table/render-head.js';
import { renderFresh } from './table/render-fresh.js';
import { renderRow } from './table/render-row.js';
import { renderTable } from './table/render-table.js';
import { RowWindow } from './table/row-window.js';
import { setTableWidth } from './table/table.styles.js';

/**
 * The records of a module: list views, columns, order, filter and search, selection and what can be done with many
 * records at once. It is live, and however long it gets, only rows in sight are drawn.
 *
 * Beside the name of each record is a slot `presence-<id>`: put a mark with words there, as `crm-records-shown` tells
 * which records are drawn.
 *
 * @tagname crm-record-list
 * @slot heading - Above the list, before the choice of a view.
 * @slot actions - Buttons of the host in the bar.
 * @slot empty - Instead of the words shown when the module has no records.
 * @csspart bar - The line with views, search, filter and columns.
 * @csspart view - The choice of a list view.
 * @csspart search - The search field.
 * @csspart filter - The button that opens the filter.
 * @csspart filters - What the list is filtered by.
 * @csspart create - The button that asks for a new record.
 * @csspart fresh - The notice about records that have come since.
 * @csspart table - The table.
 * @csspart row - The row of a record.
 * @csspart record - The name of a record, which opens it.
 * @csspart link - A link to mail, a telephone or a website.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the module.
 * @cssprop [--crm-record-list-height=70vh] - Greatest height of the list before it scrolls.
 * @fires {CrmRecordOpenEvent} crm-record-open - The reader wants to open a record; can be cancelled.
 * @fires {CrmRecordCreateEvent} crm-record-create - The reader wants to make a record.
 * @fires {CrmRecordListChangedEvent} crm-record-list-changed - The reader has chosen a view, filter, search or order.
 * @fires {CrmRecordsShownEvent} crm-records-shown - Other records are drawn or loaded now.
 */
export class CrmRecordList extends RecordListElement {
  static override styles = [CrmElement.styles, controls, surfaces, more, fieldValueStyles, styles];

  @state() private isFiltering = false;

  readonly #selecting = new Selecting(this);
  readonly #window = new RowWindow(this);
  readonly #chips = new LazyPart(this, () => import('./filter/render-filter.js'));
  readonly #typed = new TypedWord(this, (word) => this.change({ word }));
  #shown = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What is asked for is another list: nobody wants to change what is not in it.
    if ((['module', 'viewId', 'criteria', 'word'] as const).some((name) => changed.has(name)))
      this.#selecting.setAll(false);
    if (hasMass(this.crm, this.module)) this.#selecting.begin();
  }

  protected override updated(): void {
    super.updated();
    setTableWidth(this.renderRoot, this.shownFields);
    const { rows = [] } = this.resource?.data ?? {};
    const { start, end } = this.#window.rangeOf(rows.length);
    const ids = rows.slice(start, end).map(({ id }) => id);
    if (this.store) this.store.inSight = ids;
    const loaded = rows.map(({ id }) => id);
    const shown = `${ids.join()}/${loaded.join()}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.dispatchEvent(new CrmRecordsShownEvent(this.module, ids, loaded));
  }

  protected override render() {
    return html`
      <div class="frame">
        ${this.renderBar()} ${this.renderFilters()} ${this.renderMass()}
        ${renderResource(this.resource, {
          terms: (dictionary) => this.terms(dictionary),
          retry: () => this.retry(),
          isEmpty: ({ rows }) => rows.length === 0,
          empty: () => this.renderEmpty(),
          ready: (list) => this.renderList(list),
        })}
      </div>
      <div class="visually-hidden" role="status">${this.announcer.text}</div>
    `;
  }

  protected renderBar(): TemplateResult {
    const { meta, words: terms } = this;
    const typed = this.#typed;
    return html`
      <div class="bar" part="bar">
        <slot name="heading"></slot>
        ${renderViews(this.views, this.view, terms, (viewId) => this.change({ viewId }))}
        <span class="muted total">${this.count}</span>
        <div class="end">
          ${meta?.isSearchable ? renderSearch(typed.or(this.word), terms.search(meta.plural), typed.take) : nothing}
          ${this.renderFilterButton()} ${this.renderColumns()}
          <slot name="actions"></slot>
          ${meta?.creatable ? renderCreate(terms.create(meta.singular), this.#create) : nothing}
        </div>
        ${
          meta && hasWord(this) && (this.criteria || this.view?.criteria)
            ? html`<p class="hint aside">${terms.wholeModule(meta.plural)}</p>`
            : nothing
        }
      </div>
    `;
  }

  protected renderFilterButton(): TemplateResult | typeof nothing {
    const { meta, words: terms } = this;
    if (!meta?.isSearchable) return nothing;
    return renderFilterButton({
      client: this.crm,
      meta,
      terms,
      criteria: this.criteria || null,
      isOpen: this.isFiltering,
      onOpen: this.#openFilter,
      onClose: () => (this.isFiltering = false),
      onApply: (criteria) => this.change({ criteria }),
    });
  }

  protected renderColumns(): TemplateResult {
    return html`<crm-record-columns
      .client=${this.client}
      .meta=${this.meta}
      .columns=${this.columns}
      @crm-columns-choose=${({ columns }: CrmColumnsChooseEvent) => this.chooseColumns(columns)}
    ></crm-record-columns>`;
  }

  /** What the list is filtered by. */
  protected renderFilters(): TemplateResult | typeof nothing {
    const { criteria, meta, words: terms, formats } = this;
    if (!criteria || !meta) return nothing;
    return (
      this.#chips.value?.renderFilter({
        criteria,
        meta,
        terms,
        comparators: this.terms(comparatorWords),
        formats,
        rows: this.resource?.data?.rows ?? [],
        onChange: (next) => this.change({ criteria: next }),
        onOpen: this.#openFilter,
      }) ?? nothing
    );
  }

  /** What can be done with the selected records; it stays until its reader has seen what came of it. */
  protected renderMass(): TemplateResult | typeof nothing {
    if (!this.#selecting.hasBegun) return nothing;
    const { crm: client, meta, question, hrefFor, onlineIds } = this;
    const { rows = [], total } = this.resource?.data ?? {};
    return renderMass({
      ...{ client, meta, question, hrefFor, onlineIds, rows, total },
      selection: this.#selecting.value,
      onSelect: (all) => this.#selecting.setAll(all),
      onSelectOnline: (ids) => this.#selecting.choose(ids),
      onDone: this.#massDone,
    });
  }

  protected renderEmpty(): TemplateResult {
    const { words: terms, meta } = this;
    const isSearch = hasWord(this);
    if (!this.criteria && !isSearch && !this.view?.criteria)
      return html`<slot name="empty"
        >${renderNothing(terms.empty(meta?.plural ?? ''), terms.emptyHint)}</slot
      >`;
    const clear = () => this.change(isSearch ? { word: '' } : { criteria: null });
    const label = isSearch ? terms.clearSearch : this.criteria ? terms.clearFilter : undefined;
    return renderNothing(terms.nothingFound, terms.nothingFoundHint, label, clear);
  }

  protected renderList(list: ListState): TemplateResult {
    const { words: terms, formats, question, meta } = this;
    return html`
      ${renderFresh(list.fresh, terms, formats, () => void this.showFresh())}
      ${renderTable({
        list,
        fields: this.shownFields,
        ranges: this.#window.rangesOf(list.rows),
        label: this.view?.name ?? meta?.plural ?? '',
        isBusy: this.isAnswering,
        sort: this.order,
        selection: this.#selecting.value,
        terms,
        canSort: ({ api_name, json_type }) =>
          Boolean(meta?.isSearchable && question && canSort(question, api_name)) && json_type !== 'jsonarray',
        onSort: (field) => this.sortBy(field),
        onSelectLoaded: () => this.#selecting.toggleLoaded(list.rows),
        onScroll: this.#scroll,
        onKeep: (index) => this.#window.keep(list.rows[index]),
        renderRow: (record, index) => this.renderRow(record, index),
      })}
      ${this.isAnswering ? nothing : renderMore(list, { terms, onMore: () => void this.loadMore() })}
    `;
  }

  /** @param index place in the whole list */
  protected renderRow(record: CrmRecord, index: number): TemplateResult {
    const name = this.nameOf(record);
    const { rows = [] } = this.resource?.data ?? {};
    return renderRow({
      index,
      isChosen: isSelected(this.#selecting.value, record.id),
      label: this.words.select(name),
      onChoose: (isRange) => this.#selecting.toggle(rows, record.id, isRange),
      presence: this.renderPresence(record),
      name: renderOpen({ module: this.module, id: record.id, name }, this.hrefFor),
      cells: this.shownFields.slice(1).map((field) => this.renderCell(record, field)),
    });
  }

  /** A place for the host beside the name of each record. */
  protected renderPresence(record: CrmRecord): TemplateResult {
    return html`<slot name=${`presence-${record.id}`}></slot>`;
  }

  protected renderCell(record: CrmRecord, field: FieldDescription): TemplateResult {
    return html`<td class=${isNumber(field) ? 'number' : ''}>
      ${renderFieldValue(field, record[field.api_name], this.fieldContext)}
    </td>`;
  }

  readonly #openFilter = () => {
    void loadTools();
    this.isFiltering = true;
  };

  readonly #massDone = ({ ids, isDelete }: CrmMassDoneEvent) => {
    if (isDelete) this.store?.remove(ids);
    this.#selecting.forget(ids);
    this.store?.refresh();
  };

  readonly #create = () => this.dispatchEvent(new CrmRecordCreateEvent(this.module));

  readonly #scroll = ({ currentTarget }: Event) => {
    const isNearEnd = this.#window.onScroll(currentTarget as Element);
    if (isNearEnd && this.resource?.data?.more === 'idle' && !this.isAnswering) void this.loadMore();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-list': CrmRecordList;
  }
}
