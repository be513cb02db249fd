import { sql, type RawBuilder } from 'kysely';
import { dealsOfContact } from '../records/index.js';

/**
 * What the visitor of a visit is to the CRM, as SQL over the table `visit`: of contacts those are customers who
 * have a deal that is won, potential ones those with an open deal, VIS-50.
 */
export function visitorType(visit: string): RawBuilder<string> {
  const [orgId, module, id] = ['org_id', 'record_module', 'record_id'].map((name) =>
    sql.ref(`${visit}.${name}`),
  ) as [RawBuilder<unknown>, RawBuilder<unknown>, RawBuilder<unknown>];
  return sql`case ${module} when 'Leads' then 'Lead' when 'Contacts' then
    case when ${dealsOfContact.won(orgId, id)} then 'Customer'
      when ${dealsOfContact.open(orgId, id)} then 'Potential' else 'Contact' end
    else 'Unknown' end`;
}
