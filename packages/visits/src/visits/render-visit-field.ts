import type { Formats } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import { renderLink, renderNone, renderType, shortAddress } from '../shared/render-link.js';
import type { Visit, VisitField } from './visit.js';

/** One field of a visit as its cell shows it; all are read-only. */
export function renderVisitField(
  visit: Visit,
  field: VisitField,
  terms: Words,
  formats: Formats,
): TemplateResult {
  const value = plain(visit[field]);
  if (value === null || value === '') return renderNone(terms);
  if (typeof value === 'number') return html`<span class="clock">${formats.number(value)}</span>`;
  switch (field) {
    case 'Visited_Time':
      return html`<time datetime=${value}>${formats.dateTime(value)}</time>`;
    case 'Visited_Page_URL':
    case 'Referrer':
      return renderLink(value, shortAddress(value), terms);
    case 'Visitor_Type':
      return renderType(value, terms);
    default:
      return html`<bdi class="cut">${value}</bdi>`;
  }
}

/** A lookup shows the name of its record. */
const plain = (value: Visit[VisitField]) => (typeof value === 'object' ? (value?.name ?? null) : value);
