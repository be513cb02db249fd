import { html, type TemplateResult } from 'lit';
import type { VisitsWords } from '../i18n/index.js';
import type { ViewName } from './views-store.js';

interface ViewChoice {
  selected: ViewName;
  terms: VisitsWords;
  onSelect: (view: ViewName) => void;
}

/** The choice of one of the six list views. */
export function renderViewChoice({ selected, terms, onSelect }: ViewChoice): TemplateResult {
  const change = (event: Event) => onSelect((event.currentTarget as HTMLSelectElement).value as ViewName);
  return html`
    <label class="view" part="view">
      <span class="visually-hidden">${terms.view}</span>
      <select @change=${change}>
        ${(Object.keys(terms.views) as ViewName[]).map(
          (name) => html`<option value=${name} ?selected=${selected === name}>${terms.views[name]}</option>`,
        )}
      </select>
    </label>
  `;
}
