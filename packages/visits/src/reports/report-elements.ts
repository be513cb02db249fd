import type { Elements } from '@crm-elements/core';
import { CrmVisitChart } from './crm-visit-chart.js';
import { CrmVisitReport } from './crm-visit-report.js';

/** Visits in figures. */
export const reportElements: Elements = {
  'crm-visit-chart': CrmVisitChart,
  'crm-visit-report': CrmVisitReport,
};
