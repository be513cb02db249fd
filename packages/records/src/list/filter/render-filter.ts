import { formatDay, formatList, type Formats } from '@crm-elements/core/lit';
import type { CrmRecord } from '@crm-elements/contract';
import { CriteriaError, type Comparison } from '@crm-elements/contract/criteria';
import { comparatorText, type ComparatorWords } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleMeta } from '../../fields/module-meta.js';
import type { Words } from '../i18n/index.js';
import { conditionsOf, type Condition } from './conditions.js';

interface Filter {
  criteria: string;
  meta: ModuleMeta;
  terms: Words;
  comparators: ComparatorWords;
  formats: Formats;
  /** The loaded rows; they tell the names of records that a condition names by id. */
  rows: readonly CrmRecord[];
  onChange: (criteria: string | null) => void;
  onOpen: () => void;
}

/** What a list is filtered by: a chip for each condition, which takes it away. */
export function renderFilter(filter: Filter): TemplateResult {
  const { terms, onChange } = filter;
  const conditions = read(filter.criteria);
  return html`<div class="filters" part="filters" role="group" aria-label=${terms.filter}>
    ${
      conditions
        ? conditions.map((condition) => renderCondition(condition, filter))
        : html`<button class="chip" data-tone="accent" type="button" @click=${filter.onOpen}>
            <bdi>${filter.criteria}</bdi>
          </button>`
    }
    <button class="button quiet" type="button" @click=${() => onChange(null)}>${terms.clearFilter}</button>
  </div>`;
}

/** A host's criteria may be no criteria at all: the server says so, the chip shows what they are. */
function read(criteria: string): Condition[] | undefined {
  try {
    return conditionsOf(criteria);
  } catch (error) {
    if (error instanceof CriteriaError) return undefined;
    throw error;
  }
}

function renderCondition({ comparison, without }: Condition, filter: Filter): TemplateResult {
  const { meta, terms, comparators, onChange } = filter;
  const field = meta.fields.get(comparison.field);
  const label = field?.field_label ?? comparison.field;
  const comparator = comparatorText(comparators, comparison.operator, field?.data_type);
  const values = valuesOf(comparison, filter);
  const text = [label, comparator, values].filter(Boolean).join(' ');
  return html`<span class="chip condition" data-tone="accent">
    <span><bdi>${label}</bdi> ${comparator} ${values ? html`<bdi>${values}</bdi>` : nothing}</span>
    <button type="button" aria-label=${terms.removeCondition(text)} @click=${() => onChange(without)}>
      <span aria-hidden="true">×</span>
    </button>
  </span>`;
}

function valuesOf({ field, values }: Comparison, { rows, formats }: Filter): string {
  const nameOf = (value: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(formats, value);
    for (const row of rows) {
      const known = row[field] as { id?: unknown; name?: unknown } | null | undefined;
      if (known?.id === value && typeof known.name === 'string') return known.name;
    }
    return value;
  };
  return formatList(formats, values.map(nameOf));
}
