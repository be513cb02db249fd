import type { Elements } from '@crm-elements/core';
import { CrmPersonTimeline } from './crm-person-timeline.js';
import { CrmVisitPeople } from './crm-visit-people.js';
import { CrmVisitPerson } from './crm-visit-person.js';

/** The CRM view of visits. */
export const crmViewElements: Elements = {
  'crm-visit-people': CrmVisitPeople,
  'crm-visit-person': CrmVisitPerson,
  'crm-person-timeline': CrmPersonTimeline,
};
