import { html, type TemplateResult } from 'lit';
import type { CrmMergeTextChangedEvent } from '../events.js';
import type { FormView } from './view.js';

interface MergeText {
  path: string;
  label: string;
  value: string;
  fault: string | undefined;
  /** The form that it is in. */
  view: Pick<FormView, 'fields' | 'client'>;
  change: (value: string) => void;
  multiline?: boolean;
  required?: boolean;
}

/** A text that may hold fields of the record. */
export const renderMergeText = (text: MergeText): TemplateResult => html`
  <crm-merge-text
    data-path=${text.path}
    label=${text.label}
    .value=${text.value}
    .fields=${text.view.fields}
    .client=${text.view.client}
    error=${text.fault ?? ''}
    ?multiline=${text.multiline ?? false}
    ?required=${text.required ?? false}
    @crm-merge-text-changed=${(event: CrmMergeTextChangedEvent) => text.change(event.value)}
  ></crm-merge-text>
`;
