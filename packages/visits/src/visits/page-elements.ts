import type { Elements } from '@crm-elements/core';
import { CrmRecordVisits } from './record/crm-record-visits.js';
import { CrmVisit } from './page/crm-visit.js';
import { CrmVisitActions } from './actions/crm-visit-actions.js';
import { CrmVisitChats } from './chats/crm-visit-chats.js';

/** The page of a visit, and the visits on the page of a record. */
export const pageElements: Elements = {
  'crm-visit': CrmVisit,
  'crm-record-visits': CrmRecordVisits,
  'crm-visit-actions': CrmVisitActions,
  'crm-visit-chats': CrmVisitChats,
};
