import type { Elements } from '@crm-elements/core';
import { CrmVisitActions } from './actions/crm-visit-actions.js';
import { CrmVisitChats } from './chats/crm-visit-chats.js';
import { CrmVisits } from './list/crm-visits.js';
import { CrmVisitsEmpty } from './list/crm-visits-empty.js';

/** The list of visits. */
export const listElements: Elements = {
  'crm-visits': CrmVisits,
  'crm-visits-empty': CrmVisitsEmpty,
  'crm-visit-actions': CrmVisitActions,
  'crm-visit-chats': CrmVisitChats,
};
