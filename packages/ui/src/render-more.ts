import { html, nothing, type TemplateResult } from 'lit';

interface More {
  /** Nothing is drawn where everything is here. */
  hasMore: boolean;
  state: 'idle' | 'loading' | 'failed';
  label: string;
  terms: { loadingMore: string; moreFailed: string };
  onMore: () => void;
}

/** The button that reads the next page, its progress, and words when that failed. */
export function renderMore({ hasMore, state, label, terms, onMore }: More): TemplateResult | typeof nothing {
  if (!hasMore) return nothing;
  return html`
    <div class="more" part="more">
      ${state === 'failed' ? html`<p role="alert">${terms.moreFailed}</p>` : nothing}
      <button class="button" type="button" aria-busy=${state === 'loading'} @click=${onMore}>
        ${state === 'loading' ? html`<span class="spinner" aria-hidden="true"></span>${terms.loadingMore}` : label}
      </button>
    </div>
  `;
}
