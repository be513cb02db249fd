import { html, type TemplateResult } from 'lit';
import type { CrmCriteriaChangedEvent } from '@crm-elements/ui';
import type { DraftChange, RuleDraft } from '../draft/rule-draft.js';
import type { FormView } from './view.js';

/** Which records the rule is about. */
export const renderCriteria = (
  { module, criteria }: RuleDraft,
  { words, fieldsByModule, client, fault }: FormView,
  change: (change: DraftChange) => void,
): TemplateResult => html`
  <crm-criteria-editor
    data-path="criteria"
    module=${module}
    label=${words.form.criteria}
    label-hidden
    .client=${client}
    .fields=${fieldsByModule.get(module)}
    .value=${criteria}
    error=${fault('criteria') ?? ''}
    @crm-criteria-changed=${({ value }: CrmCriteriaChangedEvent) =>
      change({ type: 'set', values: { criteria: value } })}
  ></crm-criteria-editor>
`;
