import type { TemplateResult } from 'lit';
import type { ActionDraft } from '../../draft/action-draft.js';
import type { ActionView } from '../view.js';
import { renderCreateRecord } from './render-create-record.js';
import { renderEmailAlert } from './render-email-alert.js';
import { renderFieldUpdate } from './render-field-update.js';
import { renderTask } from './render-task.js';
import { renderWebhook } from './render-webhook.js';

/** The form of an action, by its type. */
export function renderAction(
  view: Omit<ActionView<object>, 'action'> & { action: ActionDraft },
): TemplateResult {
  const { action } = view;
  switch (action.type) {
    case 'field_update':
      return renderFieldUpdate({ ...view, action });
    case 'task':
      return renderTask({ ...view, action });
    case 'email_alert':
      return renderEmailAlert({ ...view, action });
    case 'webhook':
      return renderWebhook({ ...view, action });
    case 'create_record':
      return renderCreateRecord({ ...view, action });
  }
}
