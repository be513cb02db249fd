import type { CrmRecord } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import type { FieldDescription } from '../../fields/module-meta.js';
import type { Words } from '../i18n/index.js';
import type { Sort } from '../read/question.js';
import { isSelected, type Selection } from '../state/selection.js';
import type { ListState } from '../state/list-state.js';
import { moveRow, rowIndexOf } from './move-row.js';
import { renderHead } from './render-head.js';
import { renderRows } from './render-rows.js';
import type { Range } from './row-window.js';

interface Table {
  list: ListState;
  fields: readonly FieldDescription[];
  /** Which of the rows are drawn. */
  ranges: readonly Range[];
  label: string;
  isBusy: boolean;
  sort: Sort | null;
  selection: Selection;
  terms: Words;
  canSort: (field: FieldDescription) => boolean;
  onSort: (field: string) => void;
  onSelectLoaded: () => void;
  onScroll: (event: Event) => void;
  /** The row at a place has the focus, or is to have it: it is to be drawn, in sight or not. */
  onKeep: (index: number) => Promise<unknown>;
  /** @param index place in the whole list */
  renderRow: (record: CrmRecord, index: number) => TemplateResult;
}

/** The table in its own scrolling region; rows that are not drawn leave their room. */
export function renderTable(table: Table): TemplateResult {
  const { list, fields, ranges, label, isBusy, sort, terms, onSort } = table;
  return html`
    <div
      class="scroll"
      role="region"
      aria-label=${label}
      aria-busy=${isBusy}
      tabindex="0"
      @scroll=${table.onScroll}
      @focusin=${(event: Event) => {
        const index = rowIndexOf(event);
        if (index !== undefined) void table.onKeep(index);
      }}
      @keydown=${(event: KeyboardEvent) => void moveRow(event, table.onKeep)}
    >
      <table part="table" aria-rowcount=${list.total === undefined ? -1 : list.total + 1}>
        <thead>
          <tr aria-rowindex="1">
            <th scope="col" class="box">${renderBox(table)}</th>
            ${fields.map((field) => renderHead({ field, sort, canSort: table.canSort(field), terms, onSort }))}
          </tr>
        </thead>
        <tbody>
          ${renderRows(list.rows, ranges, table.renderRow)}
        </tbody>
      </table>
    </div>
  `;
}

function renderBox({ list, selection, terms, onSelectLoaded }: Table): TemplateResult {
  const isAll = list.rows.every(({ id }) => isSelected(selection, id));
  return html`<input
    type="checkbox"
    aria-label=${terms.selectLoaded}
    .checked=${isAll}
    .indeterminate=${!isAll && selection.ids.size > 0}
    @change=${onSelectLoaded}
  />`;
}
