import type { OnlineVisitor } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';

/** A page that a visitor has seen; the address came from their browser, so only the web's own become links. */
export function renderPageLink({ title, url }: OnlineVisitor['page']): TemplateResult {
  const text = title || url;
  return /^https?:\/\//i.test(url)
    ? html`<a class="page" href=${url} target="_blank" rel="noopener noreferrer"><bdi>${text}</bdi></a>`
    : html`<bdi class="page">${text}</bdi>`;
}
