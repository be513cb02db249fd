import type { Elements } from '@crm-elements/core';
import { CrmVisitActions } from './crm-visit-actions.js';
import { CrmVisitChats } from './crm-visit-chats.js';
import { CrmVisitors } from './crm-visitors.js';
import { CrmVisits } from './crm-visits.js';
import { CrmPresence } from './presence/crm-presence.js';

export const elements: Elements = {
  'crm-visitors': CrmVisitors,
  'crm-visits': CrmVisits,
  'crm-presence': CrmPresence,
  'crm-visit-actions': CrmVisitActions,
  'crm-visit-chats': CrmVisitChats,
};
