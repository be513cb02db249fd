import type { CrmRecord } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import type { FieldContext } from '../fields/field-context.js';
import type { FieldDescription } from '../fields/module-meta.js';
import { renderFieldValue } from '../fields/render-field-value.js';
import type { Words } from './i18n/index.js';

interface Clash {
  field: FieldDescription;
  /** The record as it is now. */
  record: CrmRecord;
  context: FieldContext;
  terms: Words;
  onKeep: () => void;
  onTake: () => void;
}

/** Tells that somebody else changed a field that is being edited, and asks whose value counts. */
export function renderClash({ field, record, context, terms, onKeep, onTake }: Clash): TemplateResult {
  const by = record.Modified_By as { name?: string } | null | undefined;
  return html`<div class="clash" role="alert" part="clash">
    <div>
      ${terms.changedMeanwhile(by?.name || terms.somebody)}
      <span class="theirs"
        >${renderFieldValue(field, (record as Record<string, unknown>)[field.api_name], context)}</span
      >
    </div>
    <div class="actions">
      <button class="button keep" type="button" @click=${onKeep}>${terms.keepMine}</button>
      <button class="button take" type="button" @click=${onTake}>${terms.takeTheirs}</button>
    </div>
  </div>`;
}
