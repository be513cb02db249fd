import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';

/** The deals of one contact in figures; amounts in the organization's currency. */
export interface DealTotals {
  /** Whether there is a deal that is won, whatever its amount. */
  won: boolean;
  /** Whether there is a deal that is neither won nor lost. */
  open: boolean;
  /** Amount of the deals that are won. */
  revenue: number;
  /** Amount of the deals that are neither won nor lost. */
  pipeline: number;
}

const WON = 'Closed Won';
const LOST = ['Closed Lost', 'Closed Lost to Competition'];

/** Deals of contacts, whoever may see them; contacts without any are left out. */
export async function findDealTotals(
  db: Db,
  orgId: string,
  contactIds: string[],
): Promise<Map<string, DealTotals>> {
  if (contactIds.length === 0) return new Map();
  const { rows } = await sql<{
    contact: string;
    won: boolean;
    open: boolean;
    revenue: string;
    pipeline: string;
  }>`
    select contact, bool_or(won) as won, bool_or(open) as open,
      coalesce(sum(amount) filter (where won), 0) as revenue, coalesce(sum(amount) filter (where open), 0) as pipeline
    from (select (data ->> 'Contact_Name')::bigint as contact, (data ->> 'Amount')::numeric as amount,
        data ->> 'Stage' = ${WON} as won, data ->> 'Stage' <> all(${[WON, ...LOST]}::text[]) as open
      from record where org_id = ${orgId} and module = 'Deals'
        and (data ->> 'Contact_Name')::bigint = any(${[...new Set(contactIds)]}::bigint[])) deal
    group by contact`.execute(db);
  return new Map(
    rows.map(({ contact, won, open, revenue, pipeline }) => [
      contact,
      { won, open, revenue: Number(revenue), pipeline: Number(pipeline) },
    ]),
  );
}
