import { html, type TemplateResult } from 'lit';
import type { Words } from './i18n/index.js';

const text = (value: string) => html`<bdi class="cut">${value}</bdi>`;

/** What people wrote need not be an address: only the web's own schemes become links. */
function webAddress(url: string): URL | undefined {
  const whole = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(whole) || /\s/.test(url)) return undefined;
  const address = new URL(whole);
  return /^https?:$/.test(address.protocol) ? address : undefined;
}

/** A link to a website, without what every address has. */
export function renderWebsite(url: string, terms: Words): TemplateResult {
  const address = webAddress(url);
  if (!address) return text(url);
  const path = `${address.pathname}${address.search}`;
  return html`<a class="link" part="link" href=${address.href} target="_blank" rel="noopener noreferrer"
    >${text(`${address.host}${path === '/' ? '' : path}`)}<span class="visually-hidden">
      (${terms.newTab})</span
    ></a
  >`;
}

export const renderEmail = (address: string): TemplateResult =>
  /^[^\s@?&]+@[^\s@?&]+$/.test(address)
    ? html`<a class="link" part="link" href="mailto:${encodeURI(address)}">${text(address)}</a>`
    : text(address);

/** Digits and their signs always run from left to right. */
export const renderPhone = (number: string): TemplateResult =>
  html`<a class="link" part="link" href="tel:${number.replace(/[^\d+*#,;]/g, '')}"
    ><bdi class="cut" dir="ltr">${number}</bdi></a
  >`;
