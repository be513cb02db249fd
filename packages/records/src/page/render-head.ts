import type { CrmRecord } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { ModuleMeta } from '../fields/module-meta.js';
import type { Words } from './i18n/index.js';
import { nameOf } from './key-fields.js';

interface Head {
  meta: ModuleMeta;
  record: CrmRecord;
  isEditable: boolean;
  terms: Words;
  onEdit: () => void;
  onClone: () => void;
  onDelete: () => void;
  onConvert: () => void;
  photo: TemplateResult;
  tags: TemplateResult;
  /** The dialog to convert a lead. */
  conversion: TemplateResult;
}

const named = (value: unknown): string => (value as { name?: string } | null | undefined)?.name ?? '';

/** Who or what the record is, whose it is, and what can be done with it. */
export function renderHead({ meta, record, isEditable, terms, photo, tags, ...on }: Head): TemplateResult {
  const name = nameOf(meta, record);
  const owner = named(record.Owner);
  const isConverted = record.$converted === true;
  const canConvert = meta.apiName === 'Leads' && isEditable;
  return html`<header class="head" part="head">
    ${photo}
    <div class="who">
      <div class="line">
        <h2 class="name" part="name"><bdi>${name}</bdi></h2>
        <slot name="presence"></slot>
        ${isConverted ? html`<span class="chip" data-tone="positive">${terms.converted}</span>` : nothing}
      </div>
      <div class="line muted">
        <span>${meta.singular}</span>
        ${owner ? html`<span>${terms.owner}: <bdi>${owner}</bdi></span>` : nothing} ${tags}
      </div>
    </div>
    <div class="actions" part="actions">
      <slot name="follow"></slot>
      <slot name="actions"></slot>
      ${
        isEditable
          ? html`<button class="button edit" type="button" @click=${on.onEdit}>${terms.edit}</button>`
          : nothing
      }
      ${
        canConvert
          ? html`<button class="button convert" type="button" @click=${on.onConvert}>${terms.convert}</button>
              ${on.conversion}`
          : nothing
      }
      ${
        meta.creatable
          ? html`<button class="button clone" type="button" @click=${on.onClone}>${terms.clone}</button>`
          : nothing
      }
      ${
        meta.deletable
          ? html`<button class="button danger delete" type="button" @click=${on.onDelete}>
              ${terms.delete}
            </button>`
          : nothing
      }
    </div>
  </header>`;
}
