import type { PortalSettings } from '@crm-elements/contract';
import type { Named } from './fields/render-people.js';
import type { PortalChanges } from './tracking-store.js';

/** How visitors of a portal come into the CRM, while it is edited. */
export interface ConfigurationDraft {
  name: string;
  push_as: PortalSettings['push_as'];
  assign_to: PortalSettings['assign_to'];
  /** Null: whoever creates the portal. */
  assigned_user: Named | null;
  visitor_notifications: boolean;
  /** As it was typed. */
  missed_chat_seconds: string;
  users: readonly Named[];
}

export const blankDraft: ConfigurationDraft = {
  name: '',
  push_as: 'Leads',
  assign_to: 'user',
  assigned_user: null,
  visitor_notifications: true,
  missed_chat_seconds: '60',
  users: [],
};

export const draftOf = (portal: PortalSettings): ConfigurationDraft => ({
  name: portal.name,
  push_as: portal.push_as,
  assign_to: portal.assign_to,
  assigned_user: portal.assigned_user,
  visitor_notifications: portal.visitor_notifications,
  missed_chat_seconds: String(portal.missed_chat_seconds),
  users: portal.users,
});

export const isSame = (a: ConfigurationDraft, b: ConfigurationDraft): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** As the API takes it. */
export const inputOf = (draft: ConfigurationDraft): PortalChanges & { name: string } => ({
  name: draft.name.trim(),
  push_as: draft.push_as,
  assign_to: draft.assign_to,
  ...(draft.assigned_user && { assigned_user_id: draft.assigned_user.id }),
  visitor_notifications: draft.visitor_notifications,
  missed_chat_seconds: Number(draft.missed_chat_seconds),
  user_ids: draft.users.map(({ id }) => id),
});

/** Addresses written one a line, or with commas or spaces between. */
export const splitLines = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);
