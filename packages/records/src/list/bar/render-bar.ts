import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import type { ListView } from '../state/views-store.js';

/** The choice of a list view, the standard ones before a person's own. */
export function renderViews(
  views: readonly ListView[],
  chosen: ListView | undefined,
  terms: Words,
  onChoose: (id: string) => void,
): TemplateResult | typeof nothing {
  if (views.length === 0) return nothing;
  const renderGroup = (label: string, members: readonly ListView[]) =>
    members.length === 0
      ? nothing
      : html`<optgroup label=${label}>
          ${members.map(({ id, name }) => html`<option value=${id} .selected=${id === chosen?.id}>${name}</option>`)}
        </optgroup>`;
  return html`<select
    class="view"
    part="view"
    aria-label=${terms.view}
    @change=${(event: Event) => onChoose((event.target as HTMLSelectElement).value)}
  >
    ${renderGroup(
      terms.standardViews,
      views.filter(({ isStandard }) => isStandard),
    )}
    ${renderGroup(
      terms.ownViews,
      views.filter(({ isStandard }) => !isStandard),
    )}
  </select>`;
}

/** The field of the quick search. */
export function renderSearch(word: string, label: string, onInput: (word: string) => void): TemplateResult {
  const read = (event: Event) => onInput((event.target as HTMLInputElement).value);
  return html`<input
    class="search"
    part="search"
    type="search"
    autocomplete="off"
    placeholder=${label}
    aria-label=${label}
    .value=${word}
    @input=${read}
  />`;
}

/** The button that asks the host for a new record. */
export const renderCreate = (label: string, onCreate: () => void): TemplateResult =>
  html`<button class="button primary" part="create" type="button" @click=${onCreate}>${label}</button>`;
