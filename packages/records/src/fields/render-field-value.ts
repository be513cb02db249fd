import { formatDay } from '@crm-elements/core/lit';
import { renderAvatar } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import type { FieldContext } from './field-context.js';
import type { Words } from './i18n/index.js';
import type { FieldDescription } from './module-meta.js';
import { renderEmail, renderPhone, renderWebsite } from './render-contact.js';
import { renderOpen } from './render-open.js';

interface Reference {
  id: string;
  name: string | null;
  /** Where a lookup may lead into any module. */
  module?: { api_name: string };
}

/** Empty values are seen as a dash and heard as words. */
const renderNone = (terms: Words): TemplateResult =>
  html`<span class="none" aria-hidden="true">–</span><span class="visually-hidden">${terms.none}</span>`;

const isNone = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'id' in value;

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
const renderText = (value: string, kind = 'cut') => html`<bdi class=${kind}>${value}</bdi>`;
const renderChip = (value: string, tone = '') =>
  html`<span class="chip" data-tone=${tone}><bdi>${value}</bdi></span>`;

/** The value of a field as its type is read: the words of the data stay as they are, numbers and times follow the reader. */
export function renderFieldValue(
  field: FieldDescription,
  value: unknown,
  context: FieldContext,
): TemplateResult {
  if (isNone(value)) return renderNone(context.terms);
  if (Array.isArray(value)) return renderMany(value);
  if (isReference(value)) return renderReference(field, value, context);
  if (typeof value === 'boolean') return renderText(value ? context.terms.yes : context.terms.no);
  if (typeof value === 'number') return renderNumber(field, value, context);
  return renderWritten(field, plain(value), context);
}

function renderWritten(field: FieldDescription, text: string, { formats, terms }: FieldContext) {
  switch (field.data_type) {
    case 'email':
      return renderEmail(text);
    case 'phone':
      return renderPhone(text);
    case 'website':
      return renderWebsite(text, terms);
    case 'date':
      return html`<time datetime=${text}>${formatDay(formats, text)}</time>`;
    case 'datetime':
      return html`<time datetime=${text}>${formats.dateTime(text)}</time>`;
    case 'textarea':
      return renderText(text, 'lines');
    case 'picklist':
      return /(^|_)(stage|status)$/i.test(field.api_name) ? renderChip(text, 'accent') : renderText(text);
    default:
      return renderText(text);
  }
}

function renderNumber(field: FieldDescription, value: number, { formats, currency }: FieldContext) {
  const digits = { maximumFractionDigits: field.decimal_place ?? 2 };
  const write = () => {
    if (field.data_type === 'percent') return formats.number(value / 100, { style: 'percent', ...digits });
    if (field.data_type === 'currency' && currency)
      return formats.number(value, { style: 'currency', currency });
    return formats.number(value, digits);
  };
  return html`<span class="figure">${write()}</span>`;
}

/** Several values are seen one by one. */
function renderMany(values: unknown[]) {
  const names = values.map((value) => (hasName(value) ? value.name : plain(value)));
  return html`<ul class="chips">
    ${names.map((name) => html`<li>${renderChip(name)}</li>`)}
  </ul>`;
}

const hasName = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

function renderReference(field: FieldDescription, value: Reference, context: FieldContext) {
  const shown = value.name || value.id;
  if (field.data_type === 'ownerlookup')
    return html`<span class="owner">${renderAvatar(shown)}${renderText(shown)}</span>`;
  const target = lookupOf(field, value);
  return target ? renderOpen({ ...target, name: shown }, context.hrefFor) : renderText(shown);
}

/** The record that a value leads to; undefined where it leads to none. */
export function lookupOf(
  field: FieldDescription,
  value: unknown,
): { module: string; id: string } | undefined {
  if (!isReference(value) || field.data_type === 'ownerlookup') return undefined;
  const module = value.module?.api_name ?? field.lookup.module?.api_name;
  return module ? { module, id: value.id } : undefined;
}
