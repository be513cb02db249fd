import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { WON, lost } from './modules/deals.js';

type Sql = RawBuilder<unknown>;

const dealsOf = (orgId: Sql, contactId: Sql) => sql`
  from record deal where deal.org_id = ${orgId} and deal.module = 'Deals'
    and (deal.data ->> 'Contact_Name')::bigint = ${contactId}`;

const isWon = sql<SqlBool>`deal.data ->> 'Stage' = ${sql.lit(WON)}`;
const isOpen = sql<SqlBool>`deal.data ->> 'Stage' not in (${sql.join([WON, ...lost].map((stage) => sql.lit(stage)))})`;

/** What the deals of a contact amount to, as SQL; for other domains. */
export const dealsOfContact = {
  /** Amount of those that are won. */
  revenue: (orgId: Sql, contactId: Sql): RawBuilder<string> =>
    sql`(select coalesce(sum((deal.data ->> 'Amount')::numeric), 0) ${dealsOf(orgId, contactId)} and ${isWon})`,
  /** Amount of those that are neither won nor lost. */
  pipeline: (orgId: Sql, contactId: Sql): RawBuilder<string> =>
    sql`(select coalesce(sum((deal.data ->> 'Amount')::numeric), 0) ${dealsOf(orgId, contactId)} and ${isOpen})`,
  /** Whether one is won. */
  won: (orgId: Sql, contactId: Sql): RawBuilder<SqlBool> =>
    sql`exists (select ${dealsOf(orgId, contactId)} and ${isWon})`,
  /** Whether one is neither won nor lost. */
  open: (orgId: Sql, contactId: Sql): RawBuilder<SqlBool> =>
    sql`exists (select ${dealsOf(orgId, contactId)} and ${isOpen})`,
};
