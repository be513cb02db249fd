import type { Elements } from '@crm-elements/core';
import { crmViewElements } from './crm-view/crm-view-elements.js';
import { reportElements } from './reports/report-elements.js';
import { listElements } from './visits/list-elements.js';
import { CrmVisitorNotifications } from './notifications/crm-visitor-notifications.js';
import { visitorElements } from './visitor-elements.js';
import { pageElements } from './visits/page-elements.js';

export const elements: Elements = {
  ...visitorElements,
  'crm-visitor-notifications': CrmVisitorNotifications,
  ...listElements,
  ...pageElements,
  ...crmViewElements,
  ...reportElements,
};
