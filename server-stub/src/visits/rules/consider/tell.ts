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
  const publications: Publication[] = [];
  for (const [userId, own] of [...group(notices, (notice) => notice.userId)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const told = await tellUser(tx, orgId, userId, [...new Set(own.map(({ visitId }) => visitId))]);
    if (told) publications.push(told);
  }
  return publications;
}

/** With the room of the user held, so that nobody else tells them of the same meanwhile. */
async function tellUser(
  tx: Tx,
  orgId: string,
  userId: string,
  visitIds: string[],
): Promise<Publication | undefined> {
  const room = visitorNoticesRoom(userId);
  const from = await takeSequence(tx, orgId, room, 0);
  const { rows } = await sql<{ visit_id: string }>`
    insert into visitor_notice (org_id, user_id, visit_id, seq)
    select ${orgId}::bigint, ${userId}::bigint, visit, ${from}::bigint + row_number() over (order by visit)
    from unnest(${visitIds}::bigint[]) as u (visit)
    where not exists (select from visitor_notice n where n.org_id = ${orgId} and n.user_id = ${userId} and n.visit_id = u.visit)
    order by visit returning visit_id`.execute(tx);
  if (rows.length === 0) return undefined;
  await takeSequence(tx, orgId, room, rows.length);
  const changes = rows.map(({ visit_id: id }) => ({ type: 'visitor.arrived' as const, id }));
  return { orgId, event: { room, from, seq: from + rows.length, changes } };
}
