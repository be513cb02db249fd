import type { CrmClient } from '@crm-elements/core';
import { renderTextField, type CrmUserPickedEvent } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import type { ConfigurationDraft } from '../configuration-draft.js';
import type { SetupWords } from '../i18n/index.js';
import type { Faults } from '../setup-element.js';
import { renderCheck, renderChoice } from './render-choice.js';
import { renderPeople } from './render-people.js';

interface Configuration {
  draft: ConfigurationDraft;
  words: SetupWords;
  client: CrmClient | undefined;
  faults: Faults;
  /** Said while no user is named. */
  noUsers: string;
  onChange: (changes: Partial<ConfigurationDraft>) => void;
}

/** How visitors come into the CRM, and who is told of them. */
export function renderConfiguration({
  draft,
  words,
  client,
  faults,
  noUsers,
  onChange,
}: Configuration): TemplateResult {
  const terms = words.configuration;
  return html`
    ${renderChoice({
      name: 'push_as',
      label: terms.pushAs,
      hint: terms.pushHint,
      options: [
        { value: 'Leads', label: terms.leads },
        { value: 'Contacts', label: terms.contacts },
      ],
      value: draft.push_as,
      onChange: (value) => onChange({ push_as: value }),
    })}
    ${renderChoice({
      name: 'assign_to',
      label: terms.assign,
      options: [
        { value: 'user', label: terms.user, hint: terms.userHint },
        { value: 'attendee', label: terms.attendee, hint: terms.attendeeHint },
      ],
      value: draft.assign_to,
      onChange: (value) => onChange({ assign_to: value }),
    })}
    <crm-user-picker
      class="picker indented"
      name="assigned_user_id"
      label=${draft.assign_to === 'user' ? terms.assigned : terms.owner}
      .client=${client}
      .error=${faults.assigned_user_id ?? ''}
      .value=${draft.assigned_user && { type: 'user', ...draft.assigned_user }}
      @crm-user-picked=${({ value }: CrmUserPickedEvent) =>
        onChange({ assigned_user: value && { id: value.id, name: value.name } })}
    ></crm-user-picker>
    ${renderPeople({
      name: 'user_ids',
      label: terms.users,
      hint: terms.usersHint,
      empty: noUsers,
      add: terms.addUser,
      remove: words.remove,
      fault: faults.user_ids,
      people: draft.users,
      client,
      onChange: (users) => onChange({ users }),
    })}
    ${renderCheck({
      name: 'visitor_notifications',
      label: terms.notification,
      hint: terms.notificationHint,
      checked: draft.visitor_notifications,
      onChange: (checked) => onChange({ visitor_notifications: checked }),
    })}
    ${renderTextField({
      name: 'missed_chat_seconds',
      label: terms.missedAfter,
      hint: terms.missedHint,
      value: draft.missed_chat_seconds,
      maxLength: 4,
      isLtr: true,
      inputMode: 'numeric',
      fault: faults.missed_chat_seconds,
      onChange: (seconds) => onChange({ missed_chat_seconds: seconds }),
    })}
  `;
}
