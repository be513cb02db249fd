import type { FieldDescription, ToldField } from '@crm-elements/contract';
import { formatRelative, type Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { OfferedType } from './field-draft.js';
import type { FieldWords } from './i18n/index.js';

interface Shown {
  words: FieldWords;
  formats: Formats;
}

/** Name of a type; what this page does not offer, a field made by the API, goes by its API name. */
export const typeName = (type: string, { types }: FieldWords): string =>
  Object.hasOwn(types, type) ? types[type as OfferedType][0] : type;

/** A value as a page told it. */
const renderValue = (value: string | number | boolean | undefined): TemplateResult =>
  html`<bdi class="value">${String(value)}</bdi>`;

const renderTime = (time: string, formats: Formats): TemplateResult =>
  html`<time datetime=${time} title=${formats.dateTime(time)}>${formatRelative(formats, time)}</time>`;

interface FieldRow extends Shown {
  field: FieldDescription;
  /** What the sites tell under its label. */
  told: ToldField | undefined;
  edit: () => void;
  remove: () => void;
}

/** A custom field, whether and what it was told last, and what can be done with it. */
export function renderField({ field, told, words, formats, edit, remove }: FieldRow): TemplateResult {
  const { id, field_label: label, data_type: type } = field;
  const fits = told?.fields.find((taker) => taker.id === id)?.fits ?? true;
  return html`<li class="item" part="field">
    <div class="what">
      <div class="head">
        <bdi class="name">${label}</bdi> <span class="chip">${typeName(type, words)}</span>
      </div>
      ${
        told
          ? html`<div class="hint line">
              ${renderValue(told.values[0])} ${renderTime(told.told_at, formats)}
              ${fits ? nothing : html`<span class="misfit">${words.misfit(typeName(type, words))}</span>`}
            </div>`
          : html`<div class="hint">${words.neverTold}</div>`
      }
    </div>
    <div class="actions">
      <button id="edit-${id}" class="button" type="button" aria-label=${words.editName(label)} @click=${edit}>
        ${words.edit}
      </button>
      <button class="button quiet" type="button" aria-label=${words.removeName(label)} @click=${remove}>
        ${words.remove}
      </button>
    </div>
  </li>`;
}

interface ToldRow extends Shown {
  told: ToldField;
  create: () => void;
}

/** What was told and has no field. */
export function renderTold({ told, words, formats, create }: ToldRow): TemplateResult {
  const { told: terms } = words;
  return html`<li class="item" part="told">
    <div class="what">
      <div class="head">
        <bdi class="name">${told.label}</bdi>
        <span class="chip">${typeName(told.data_type, words)}</span>
        ${told.is_person ? html`<span class="chip" data-tone="accent">${terms.person}</span>` : nothing}
      </div>
      <div class="hint line">
        ${renderValue(told.values[0])} ${renderTime(told.told_at, formats)}
        ${told.is_person ? html`<span>${terms.personHint}</span>` : nothing}
      </div>
    </div>
    <div class="actions">
      <button class="button" type="button" aria-label=${terms.createName(told.label)} @click=${create}>
        ${terms.create}
      </button>
    </div>
  </li>`;
}
