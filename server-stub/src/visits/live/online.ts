import type { OnlineVisitorPage } from '@crm-elements/contract';
import { VISITS_ROOM } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findTimeZone } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { roomSequence } from '../../platform/outbox/rooms.js';
import type { ChatSource } from '../chat-source.js';
import { toVisitors, type FindPhones } from './to-visitors.js';
import { isOnline, selectVisitors } from './visitor-rows.js';

export interface OnlineRequest {
  portalId: string | undefined;
  /** Sequence that the reader has; absent: everybody who is online now. */
  since: number | undefined;
  cursor: string | undefined;
  limit: number;
}

/** Visitors online now, newest first; or the visits changed since a sequence, ended ones too. */
export async function onlineVisitors(
  db: Db,
  orgId: string,
  { portalId, since, cursor, limit }: OnlineRequest,
  sources: { chats: ChatSource; phones: FindPhones },
): Promise<OnlineVisitorPage> {
  // Read before the rows: what is committed in between is told again, never left out.
  const seq = await roomSequence(db, orgId, VISITS_ROOM);
  const chosen =
    since === undefined
      ? isOnline
      : sql`v.id in (select visit_id from visit_change where org_id = ${orgId} and seq > ${since})`;
  const inPortal = portalId === undefined ? sql`true` : sql`v.portal_id = ${portalId}`;
  const beyond = cursor === undefined ? sql`true` : sql`v.id < ${cursor}`;
  const rows = await selectVisitors(
    db,
    orgId,
    await findTimeZone(db, orgId),
    sql`${chosen} and ${inPortal} and ${beyond} order by v.id desc limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  return {
    data: await toVisitors(page, { db, orgId, ...sources }),
    seq,
    next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
