import { html, type TemplateResult } from 'lit';
import { CrmVisitOpenEvent } from '../events.js';
import type { HrefFor } from '../shared/href-for.js';

/** The way to the page of a visit; plain where the host has none. */
export function renderVisitLink(
  visitId: string,
  content: unknown,
  hrefFor: HrefFor | undefined,
): TemplateResult {
  const href = hrefFor?.('Visits', visitId);
  if (href === undefined) return html`<span class="name cut">${content}</span>`;
  const open = (event: Event) => {
    if (!event.currentTarget?.dispatchEvent(new CrmVisitOpenEvent(visitId))) event.preventDefault();
  };
  return html`<a class="name cut open" part="open" href=${href} @click=${open}>${content}</a>`;
}
