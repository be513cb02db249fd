import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';

/** A page's address comes from the visitor's browser: only the web's own schemes become links. */
function webAddress(url: string): URL | undefined {
  try {
    const parsed = new URL(url);
    return /^https?:$/.test(parsed.protocol) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** `shop.example/products/alma`: what a reader looks at in an address. */
export function shortAddress(url: string): string {
  const address = webAddress(url);
  if (!address) return url;
  const path = `${address.pathname}${address.search}`;
  return `${address.host}${path === '/' ? '' : path}`;
}

/** A link to a visited page; plain text where the address is none of the web's. */
export function renderLink(url: string, text: string, terms: Words): TemplateResult {
  const address = webAddress(url);
  if (!address) return html`<bdi class="cut">${text}</bdi>`;
  return html`<a
    class="link"
    part="link"
    href=${address.href}
    target="_blank"
    rel="noopener noreferrer"
    title=${url}
    ><bdi class="cut">${text}</bdi><span class="visually-hidden"> (${terms.newTab})</span></a
  >`;
}

/** Empty cells are seen as a dash and heard as words. */
export const renderNone = (terms: Words): TemplateResult =>
  html`<span class="none" aria-hidden="true">–</span><span class="visually-hidden">${terms.none}</span>`;

const tones: Record<string, string> = {
  Lead: 'accent',
  Contact: 'accent',
  Customer: 'positive',
  Potential: 'warning',
};

/** The name of what a visitor is to the CRM, as a coloured mark. */
export function renderType(type: string, terms: Words): TemplateResult {
  const label = type in terms.types ? terms.types[type as keyof Words['types']] : type;
  return html`<span class="chip" data-tone=${tones[type] ?? nothing} part="type">${label}</span>`;
}
