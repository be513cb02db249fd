import { sql } from 'kysely';
import type { FieldSpec, OutsideField } from '../../records/index.js';
import { SCORE } from './score.js';

/** Written out, nothing bound: a query may name a field more than once and has to know it again. */
const summary = (
  apiName: string,
  label: string,
  dataType: FieldSpec['dataType'],
  expression: string,
): OutsideField => ({
  apiName,
  label,
  dataType,
  section: 'Visit Summary',
  value: (table) => sql`(select ${sql.raw(expression)} from visit_summary s
    left join visitor_scoring p on p.org_id = s.org_id
    where s.org_id = ${sql.ref(`${table}.org_id`)} and s.record_id = ${sql.ref(`${table}.id`)} and s.portal_id = 0)`,
});

/** What leads and contacts know of their visits, VIS-84 to 91; empty for those who never came. */
export const summaryFields: OutsideField[] = [
  summary('Days_Visited', 'Days Visited', 'integer', 's.days'),
  summary('Number_Of_Chats', 'Number Of Chats', 'integer', 's.chats'),
  summary(
    'Average_Time_Spent_Minutes',
    'Average Time Spent (Minutes)',
    'double',
    'round(s.engaged_ms / 60000.0 / s.days, 2)',
  ),
  summary('Last_Visited_Time', 'Last Visited Time', 'datetime', 's.last_visited_at'),
  summary('First_Visited_Time', 'First Visited Time', 'datetime', 's.first_visited_at'),
  summary('First_Visited_URL', 'First Visited URL', 'website', 's.first_visited_url'),
  summary('Referrer', 'Referrer', 'website', 's.referrer'),
  summary('Visitor_Score', 'Visitor Score', 'integer', SCORE),
];
