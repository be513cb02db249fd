import { html, type TemplateResult } from 'lit';
import type { EmailAlertDraft } from '../../draft/action-draft.js';
import type { CrmRecipientsChangedEvent } from '../../events.js';
import { renderMergeText } from '../render-merge-text.js';
import { partOf, type ActionView } from '../view.js';

/** A mail: to whom, and what it says. */
export function renderEmailAlert(view: ActionView<EmailAlertDraft>): TemplateResult {
  const { action, path, words, client, module, fault, change } = view;
  return html`
    <crm-workflow-recipients
      data-path=${`${path}.to`}
      .client=${client}
      .value=${action.to}
      ?has-email=${module?.has_email ?? false}
      error=${fault(`${path}.to`) ?? ''}
      @crm-recipients-changed=${({ value }: CrmRecipientsChangedEvent) => change({ to: [...value] })}
    ></crm-workflow-recipients>
    ${renderMergeText({
      ...partOf(view, 'subject'),
      label: words.form.subject,
      value: action.subject,
      view,
      required: true,
      change: (subject) => change({ subject }),
    })}
    ${renderMergeText({
      ...partOf(view, 'body'),
      label: words.form.body,
      value: action.body,
      view,
      multiline: true,
      required: true,
      change: (body) => change({ body }),
    })}
  `;
}
