import { html, type TemplateResult } from 'lit';
import type { FieldDescription } from '../../fields/module-meta.js';
import type { Words } from '../i18n/index.js';
import type { Sort } from '../read/question.js';

interface Head {
  field: FieldDescription;
  sort: Sort | null;
  canSort: boolean;
  terms: Words;
  onSort: (field: string) => void;
}

const directions = { asc: 'ascending', desc: 'descending' } as const;

export const isNumber = ({ data_type }: FieldDescription): boolean =>
  ['integer', 'double', 'currency', 'percent'].includes(data_type);

/** The head of a column: a press sorts upwards, then downwards, then as the view has it. */
export function renderHead({ field, sort, canSort, terms, onSort }: Head): TemplateResult {
  const order = sort?.field === field.api_name ? sort.order : undefined;
  const label = html`<bdi class="cut">${field.field_label}</bdi>`;
  return html`<th
    scope="col"
    class=${isNumber(field) ? 'number' : ''}
    aria-sort=${order ? directions[order] : 'none'}
  >
    ${
      canSort
        ? html`<button
            type="button"
            class="sort"
            title=${terms.sortBy(field.field_label)}
            @click=${() => onSort(field.api_name)}
          >
            ${label}<span class="arrow" data-order=${order ?? ''} aria-hidden="true"></span>
          </button>`
        : html`<span class="sort">${label}</span>`
    }
  </th>`;
}

/** How wide a column is, in rem. */
export function widthOf({ data_type: type }: FieldDescription): number {
  if (type === 'boolean') return 7;
  if (['integer', 'double', 'percent', 'currency', 'date'].includes(type)) return 8.5;
  if (['email', 'website'].includes(type)) return 14;
  return 11;
}
