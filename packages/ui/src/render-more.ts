import { html, nothing, type TemplateResult } from 'lit';

/** A list as far as it was read. */
interface Read {
  /** Leads to the next page; null when everything is here. */
  next?: string | null;
  more: 'idle' | 'loading' | 'failed';
}

interface More {
  terms: { loadMore: string; loadingMore: string; moreFailed: string };
  /** What the button says; `terms.loadMore` before. */
  label?: string;
  onMore: () => void;
}

/** The button that reads the next page, its progress, and words when that failed; nothing where everything is here. */
export function renderMore(
  { next, more }: Read,
  { terms, label = terms.loadMore, onMore }: More,
): TemplateResult | typeof nothing {
  if (next === null) return nothing;
  return html`
    <div class="more" part="more">
      ${more === 'failed' ? html`<p role="alert">${terms.moreFailed}</p>` : nothing}
      <button class="button" type="button" aria-busy=${more === 'loading'} @click=${onMore}>
        ${more === 'loading' ? html`<span class="spinner" aria-hidden="true"></span>${terms.loadingMore}` : label}
      </button>
    </div>
  `;
}
