import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/database.js';
import { checkVisitorCriteria } from './criteria.js';

type Rings = (string | null)[];

/** Who is worth most stands inmost: people with deals, people of the CRM, those who come back or look around. */
const defaultRings: Rings = [
  '(Visitor_Type:in:Customer,Potential)',
  '(Visitor_Type:in:Lead,Contact)',
  '((Returning:equals:true)or(Number_Of_Pages:greater_than:3))',
  null,
];

interface RingsAnswer {
  rings: Rings;
  defaults: Rings;
  may_change: boolean;
}

/** @param mayChange whether the reader may set up the integration */
export async function readRings(db: Db, orgId: string, mayChange: boolean): Promise<RingsAnswer> {
  const { rows } = await sql<{
    rings: Rings;
  }>`select rings from visitor_ring where org_id = ${orgId}`.execute(db);
  return { rings: rows[0]?.rings ?? defaultRings, defaults: defaultRings, may_change: mayChange };
}

/** @throws Failure invalid_input */
export async function writeRings(tx: Tx, orgId: string, rings: Rings): Promise<void> {
  checkVisitorCriteria(rings, (index) => `/rings/${index}`);
  await sql`
    insert into visitor_ring (org_id, rings) values (${orgId}, ${rings}::text[])
    on conflict (org_id) do update set rings = excluded.rings`.execute(tx);
}
