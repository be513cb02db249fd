import { visitorNoticesRoom } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.js';
import type { Publication } from '../../../platform/outbox/relay.js';
import { takeSequence } from '../../../platform/outbox/rooms.js';
import { group } from './group.js';

/** A visit that a user is to be told of. */
export interface Notice {
  visitId: string;
  userId: string;
}

/** Tells users of visits; of one visit nobody is told twice. */
export async function tellUsers(tx: Tx, orgId: string, notices: Notice[]): Promise<Publication[]> {
  if (notices.length === 0) return [];
  const { rows } = await sql<{ user_id: string; visit_id: string }>`
    insert into visitor_notice (org_id, user_id, visit_id)
    select ${orgId}::bigint, * from (select * from unnest(${notices.map(({ userId }) => userId)}::bigint[],
      ${notices.map(({ visitId }) => visitId)}::bigint[]) as u (reader, visit) order by reader, visit) sorted
    on conflict do nothing returning user_id, visit_id`.execute(tx);
  const byUser = group(rows, (row) => row.user_id);
  const publications: Publication[] = [];
  for (const [userId, told] of [...byUser].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const ids = told.map((row) => row.visit_id).sort();
    const room = visitorNoticesRoom(userId);
    const from = await takeSequence(tx, orgId, room, ids.length);
    await sql`
      update visitor_notice n set seq = ${from}::bigint + u.nth
      from unnest(${ids}::bigint[]) with ordinality as u (visit, nth)
      where n.org_id = ${orgId} and n.user_id = ${userId} and n.visit_id = u.visit`.execute(tx);
    const changes = ids.map((id) => ({ type: 'visitor.arrived' as const, id }));
    publications.push({ orgId, event: { room, from, seq: from + ids.length, changes } });
  }
  return publications;
}
