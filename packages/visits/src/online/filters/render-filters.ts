import type { OnlineVisitor } from '@crm-elements/contract';
import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../i18n/index.js';
import { countryName } from '../../shared/country-name.js';
import type { OnlineWords } from '../i18n/index.js';
import { choicesOf, type SourceKind, type VisitorFilter } from './visitor-filter.js';

interface Filters {
  visitors: readonly OnlineVisitor[];
  filter: VisitorFilter;
  terms: OnlineWords;
  shared: Words;
  formats: Formats;
  onFilter: (changes: Partial<VisitorFilter>) => void;
}

/** The choice of visitors by page, source and country. */
export function renderFilters({
  visitors,
  filter,
  terms,
  shared,
  formats,
  onFilter,
}: Filters): TemplateResult {
  const { sources, countries } = choicesOf(visitors, filter);
  const nameOf = (code: string) => countryName(code, formats.locale);
  return html`<div class="filters" part="filters" role="group" aria-label=${terms.filters}>
    <input
      class="page-filter"
      type="search"
      dir="auto"
      autocomplete="off"
      aria-label=${terms.pageContains}
      placeholder=${terms.pageContains}
      .value=${filter.page}
      @input=${(event: Event) => onFilter({ page: (event.target as HTMLInputElement).value })}
    />
    ${renderChoice(
      terms.source,
      terms.allSources,
      filter.source,
      [...sources].map((kind) => [kind, shared.sources[kind]]),
      (source) => onFilter({ source: source as SourceKind | '' }),
    )}
    ${renderChoice(
      terms.country,
      terms.allCountries,
      filter.country,
      [...countries].map((code) => [code, nameOf(code)]),
      (country) => onFilter({ country }),
    )}
  </div>`;
}

/** A choice of one, or of none; nothing where there is nothing to choose. */
function renderChoice(
  label: string,
  all: string,
  chosen: string,
  options: readonly (readonly [value: string, label: string])[],
  onChoose: (value: string) => void,
): TemplateResult | typeof nothing {
  if (options.length === 0) return nothing;
  const sorted = options.toSorted(([, a], [, b]) => a.localeCompare(b));
  return html`<select
    aria-label=${label}
    @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}
  >
    <option value="" ?selected=${chosen === ''}>${all}</option>
    ${sorted.map(
      ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
    )}
  </select>`;
}
