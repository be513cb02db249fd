import { formatDay, type Formats } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import { renderLink, renderNone, shortAddress } from '../../shared/render-link.js';
import type { Drawing } from './render-visit-sections.js';
import type { CustomField } from './visit-store.js';

/** The value of a field of the organization, as its type is read; it cannot be changed, VIS-59. */
export function renderCustomField(
  field: CustomField,
  value: unknown,
  { words, terms, formats }: Drawing,
): TemplateResult {
  if (value === null || value === undefined || value === '') return renderNone(words);
  if (typeof value === 'boolean') return html`${value ? terms.yes : terms.no}`;
  if (typeof value === 'number')
    return html`<span class="clock">${writeNumber(field, value, formats)}</span>`;
  if (typeof value !== 'string') return html`<bdi class="cut">${JSON.stringify(value)}</bdi>`;
  switch (field.type) {
    case 'date':
      return html`<time datetime=${value}>${formatDay(formats, value)}</time>`;
    case 'datetime':
      return html`<time datetime=${value}>${formats.dateTime(value)}</time>`;
    case 'website':
      return renderLink(value, shortAddress(value), words);
    default:
      return html`<bdi class="cut">${value}</bdi>`;
  }
}

function writeNumber({ type, decimals }: CustomField, value: number, formats: Formats): string {
  const digits = { maximumFractionDigits: decimals };
  if (type === 'percent') return formats.number(value / 100, { style: 'percent', ...digits });
  return formats.number(value, digits);
}
