import type { VisitEvent } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/db/database.js';

interface Row {
  event_id: string;
  kind: VisitEvent['kind'];
  at: Date;
  name: string | null;
  url: string | null;
  data: Record<string, unknown>;
}

const MAX = 500;

/** What a visitor did on the pages of one visit besides reading them, oldest first. */
export async function visitEvents(db: Db, orgId: string, visitId: string): Promise<VisitEvent[]> {
  const { rows } = await sql<Row>`
    select event_id, kind, at, name, url, data from visit_event
    where org_id = ${orgId} and visit_id = ${visitId} order by at, event_id limit ${MAX}`.execute(db);
  return rows.map(({ event_id: id, at, ...row }) => ({ id, at: at.toISOString(), ...row }));
}
