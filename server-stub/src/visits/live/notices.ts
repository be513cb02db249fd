import { visitorNoticesRoom, type VisitorNotice } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findTimeZone, loadAccess } from '../../identity/index.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Db } from '../../platform/db/database.js';
import { roomSequence } from '../../platform/outbox/rooms.js';
import type { RoomHandler } from '../../platform/realtime/realtime.js';
import type { ChatSource } from '../chat-source.js';
import { seesVisits } from '../rights.js';
import { toVisitors, type FindPhones } from './to-visitors.js';
import { selectVisitors } from './visitor-rows.js';

/** Visitors whom a user is told of after a sequence of their room, oldest first; of many the latest. */
export async function visitorNotices(
  db: Db,
  { orgId, userId }: Principal,
  { since, limit }: { since: number; limit: number },
  sources: { chats: ChatSource; phones: FindPhones },
): Promise<{ data: VisitorNotice[]; notifies: boolean; seq: number }> {
  // Read before the rows: what is committed in between is told again, never left out.
  const seq = await roomSequence(db, orgId, visitorNoticesRoom(userId));
  const { rows: notices } = await sql<{ visit_id: string; seq: string; at: Date }>`
    select visit_id, seq, at from visitor_notice
    where org_id = ${orgId} and user_id = ${userId} and seq > ${since} order by seq desc limit ${limit}`.execute(
    db,
  );
  const ids = notices.map((notice) => notice.visit_id);
  const rows = await selectVisitors(
    db,
    orgId,
    await findTimeZone(db, orgId),
    sql`v.id = any(${ids}::bigint[])`,
  );
  const visitors = await toVisitors(rows, { db, orgId, ...sources });
  const byVisit = new Map(visitors.map((visitor) => [visitor.visit_id, visitor]));
  return {
    data: notices.reverse().flatMap(({ visit_id: id, seq: nth, at }) => {
      const visitor = byVisit.get(id);
      return visitor ? [{ seq: Number(nth), at: at.toISOString(), visitor }] : [];
    }),
    notifies: await tellsOfVisitors(db, orgId),
    seq,
  };
}

/** Whether there is a portal whose visitors users are told of. */
async function tellsOfVisitors(db: Db, orgId: string): Promise<boolean> {
  const { rows } = await sql`
    select from portal p join visitor_tracking t on t.org_id = p.org_id and t.enabled
    where p.org_id = ${orgId} and p.enabled and p.associated and p.visitor_notifications limit 1`.execute(db);
  return rows.length > 0;
}

/** Each user has a room of their own, as long as they may see the visits. */
export const noticeRooms = (db: Db): RoomHandler => ({
  knows: (room) => room.startsWith(visitorNoticesRoom('')),
  allows: async (party, room) =>
    party.kind === 'user' &&
    room === visitorNoticesRoom(party.userId) &&
    seesVisits(await loadAccess(db, party)),
  sequence: (orgId, room) => roomSequence(db, orgId, room),
});
