import { notificationsRoom, type Notification, type NotificationPage } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findUsers } from '../identity/index.js';
import type { Db } from '../platform/db/database.js';
import { roomSequence } from '../platform/outbox/rooms.js';
import { findVisibleNames, type Context } from '../records/index.js';

interface Row {
  id: string;
  kind: string;
  actor_id: string | null;
  module: string | null;
  record_id: string | null;
  text: string;
  created_at: Date;
  read: boolean;
}

/** A user's notifications, newest first. Records are named only if the user may see them. */
export async function readNotifications(
  db: Db,
  context: Context,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<NotificationPage> {
  const { orgId, userId } = context.access;
  // Before the rows: whatever comes meanwhile is told as news.
  const seq = await roomSequence(db, orgId, notificationsRoom(userId));
  const { rows } = await sql<Row>`
    select id, kind, actor_id, module, record_id, text, created_at, read_at is not null as read from notification
    where org_id = ${orgId} and user_id = ${userId} and ${cursor === undefined ? sql`true` : sql`id < ${cursor}`}
    order by id desc limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  return {
    data: await present(db, context, shown),
    unread: await countUnread(db, context.access),
    seq,
    next_cursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

export async function countUnread(
  db: Db,
  { orgId, userId }: { orgId: string; userId: string },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from notification
    where org_id = ${orgId} and user_id = ${userId} and read_at is null`.execute(db);
  return rows[0]?.count ?? 0;
}

async function present(db: Db, context: Context, rows: Row[]): Promise<Notification[]> {
  const actors = await findUsers(
    db,
    context.access.orgId,
    rows.flatMap((row) => row.actor_id ?? []),
  );
  const names = await findVisibleNames(
    db,
    context,
    rows.flatMap(({ module, record_id: id }) => (module !== null && id !== null ? { module, id } : [])),
  );
  return rows.map(
    ({ id, kind, text, read, created_at: at, actor_id: actorId, module, record_id: recordId }) => {
      const actor = actors.get(actorId ?? '');
      return {
        id,
        kind,
        actor: actor ? { id: actor.id, name: actor.name } : null,
        record:
          module === null || recordId === null
            ? null
            : { module, id: recordId, name: names.get(recordId) ?? null },
        text,
        created_at: at.toISOString(),
        read,
      };
    },
  );
}
