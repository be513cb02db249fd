import { html, type TemplateResult } from 'lit';
import type { OnlineWords } from './i18n/index.js';

export type VisitorsView = 'list' | 'rings';

/** The choice between the list and the rings. */
export function renderViews(
  selected: VisitorsView,
  terms: OnlineWords,
  onSelect: (view: VisitorsView) => void,
): TemplateResult {
  return html`<div class="views" part="views" role="group" aria-label=${terms.view}>
    ${(['list', 'rings'] as const).map(
      (view) =>
        html`<button
          class="group"
          type="button"
          data-view=${view}
          aria-pressed=${view === selected ? 'true' : 'false'}
          @click=${() => onSelect(view)}
        >
          ${terms[view]}
        </button>`,
    )}
  </div>`;
}
