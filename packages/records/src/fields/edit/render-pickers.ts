import type { CrmRecordPickedEvent, CrmUserPickedEvent } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import type { CrmAnyRecordPickedEvent } from './any-record/events.js';
import type { Reference } from './draft.js';
import { faultOf, type Editor } from './editor.js';

export function renderRecordPicker(editor: Editor): TemplateResult {
  return html`<crm-record-picker
    class="control"
    id=${editor.id}
    module=${editor.field.lookup.module?.api_name ?? ''}
    label=${editor.field.display_label}
    label-hidden
    error=${faultOf(editor)}
    ?required=${editor.field.system_mandatory}
    .client=${editor.client}
    .value=${editor.draft}
    @crm-record-picked=${({ value }: CrmRecordPickedEvent) => editor.onDraft(value)}
  ></crm-record-picker>`;
}

export function renderAnyRecordPicker(editor: Editor): TemplateResult {
  return html`<crm-any-record-picker
    class="control"
    id=${editor.id}
    label=${editor.field.display_label}
    error=${faultOf(editor)}
    ?required=${editor.field.system_mandatory}
    .client=${editor.client}
    .value=${editor.draft}
    @crm-any-record-picked=${({ value }: CrmAnyRecordPickedEvent) => editor.onDraft(value)}
  ></crm-any-record-picker>`;
}

export function renderUserPicker(editor: Editor): TemplateResult {
  const owner = editor.draft as Reference | null;
  return html`<crm-user-picker
    class="control"
    id=${editor.id}
    kinds="user"
    label=${editor.field.display_label}
    label-hidden
    error=${faultOf(editor)}
    ?required=${editor.field.system_mandatory}
    .client=${editor.client}
    .value=${owner && { type: 'user', id: owner.id, name: owner.name }}
    @crm-user-picked=${({ value }: CrmUserPickedEvent) => editor.onDraft(value && { id: value.id, name: value.name })}
  ></crm-user-picker>`;
}
