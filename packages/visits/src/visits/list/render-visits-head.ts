import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/index.js';
import { visitFields, type VisitField } from '../visit.js';
import { sortFields, type Sort } from './sort.js';

export const numberFields: readonly string[] = ['Time_Spent_Minutes', 'Revenue'];

const isSortable = (field: VisitField): field is Sort['by'] =>
  (sortFields as readonly string[]).includes(field);
const directions = { asc: 'ascending', desc: 'descending' } as const;

interface Head {
  terms: Words;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

/** Titles of the columns; those that visits can be sorted by are buttons. */
export const renderVisitsHead = (head: Head): TemplateResult =>
  html`<thead>
    <tr>
      ${visitFields.map((field) => renderTitle(field, head))}
    </tr>
  </thead>`;

function renderTitle(field: VisitField, { terms, sort, onSort }: Head): TemplateResult {
  const title = terms.fields[field];
  const type = numberFields.includes(field) ? 'number' : '';
  if (!isSortable(field)) return html`<th scope="col" class=${type}>${title}</th>`;
  const isSorted = sort.by === field;
  const order = isSorted && sort.order === 'desc' ? 'asc' : 'desc';
  return html`<th scope="col" class=${type} aria-sort=${isSorted ? directions[sort.order] : nothing}>
    <button type="button" class="sort" part="sort" @click=${() => onSort({ by: field, order })}>
      ${title}<span class="arrow" data-order=${isSorted ? sort.order : nothing} aria-hidden="true"></span>
    </button>
  </th>`;
}
