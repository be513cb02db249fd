import { sql } from 'kysely';
import type { StandardView } from '../../records/index.js';

const byTimeSpent = { by: 'Time_Spent_Minutes', order: 'desc' } as const;
const today = '(Visited_Time:equals:${TODAY})';

/** The list views of VIS-61 to VIS-66; days are the organization's. */
export const visitViews: readonly StandardView[] = [
  { systemName: 'ALLVIEWS', label: 'All Visits' },
  { systemName: 'TODAYVISITS', label: "Today's Visits", criteria: today },
  { systemName: 'TOPVISITS', label: 'Top Visits', sort: byTimeSpent },
  { systemName: 'TODAYTOPVISITS', label: "Today's Top Visits", criteria: today, sort: byTimeSpent },
  {
    systemName: 'VISITSBYLEADS',
    label: 'Visits by Leads',
    criteria: '(Visitor_Type:equals:Lead)',
    where: sql`record.record_module = 'Leads'`,
  },
  {
    systemName: 'VISITSBYCONTACTS',
    label: 'Visits by Contacts',
    criteria: '(Visitor_Type:in:Contact,Customer,Potential)',
    where: sql`record.record_module = 'Contacts'`,
  },
];
