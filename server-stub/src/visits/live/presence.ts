import { VISITS_ROOM } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { roomSequence } from '../../platform/outbox/rooms.js';

interface Row {
  record_id: string;
  visit_id: string;
  page_title: string;
  page_url: string;
  page_at: Date;
}

/** Which of the records are on a site now, each with its latest visit, VIS-117. */
export async function readPresence(db: Db, orgId: string, recordIds: string[]) {
  // Read before the rows: what is committed in between is told again, never left out.
  const seq = await roomSequence(db, orgId, VISITS_ROOM);
  const { rows } = await sql<Row>`
    select distinct on (record_id) record_id, id as visit_id, page_title, page_url, page_at from visit
    where org_id = ${orgId} and record_id = any(${recordIds}::bigint[]) and page_at is not null
      and left_at is null and last_seen_at > now() - interval '40 seconds'
    order by record_id, id desc`.execute(db);
  return {
    data: rows.map(({ page_title: title, page_url: url, page_at: at, ...row }) => ({
      ...row,
      page: { title, url, at: at.toISOString() },
    })),
    seq,
  };
}
