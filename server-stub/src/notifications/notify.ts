import { notificationsRoom } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../platform/db/database.js';
import { appendEvents } from '../platform/outbox/outbox.js';
import type { Publication } from '../platform/outbox/relay.js';
import { takeSequence } from '../platform/outbox/rooms.js';
import { mailedByDefault, type Kind } from './kinds.js';

/** Something that a user is to be told. */
export interface Notice {
  orgId: string;
  /** Id of the event that it tells of. */
  id: string;
  userId: string;
  kind: Kind;
  actorId: string | null;
  module: string;
  recordId: string;
  text: string;
}

/** One that another domain asks for: it has the id of its own event. */
export type AskedNotice = Omit<Notice, 'orgId' | 'id'>;

/** A notification is asked for; the payload says which. */
export const NOTICE_DUE = 'notification.due';

/** Asks for notifications in the transaction of what they tell: each is told once, or nothing has happened. */
export const askToNotify = (tx: Tx, orgId: string, notices: AskedNotice[]): Promise<void> =>
  appendEvents(
    tx,
    notices.map((notice) => ({ orgId, topic: NOTICE_DUE, key: notice.userId, payload: { ...notice } })),
  );

/** Writes notifications down and tells their users; one that is there already is told no more. */
export async function notify(tx: Tx, notices: Notice[]): Promise<Publication[]> {
  if (notices.length === 0) return [];
  const added = await insert(tx, notices);
  const byUser = new Map<string, { orgId: string; room: string; ids: string[] }>();
  for (const { org_id: orgId, user_id: userId, id } of added) {
    const room = notificationsRoom(userId);
    const name = `${orgId} ${room}`;
    byUser.set(name, { orgId, room, ids: [...(byUser.get(name)?.ids ?? []), id] });
  }
  const publications: Publication[] = [];
  for (const [, { orgId, room, ids }] of [...byUser].sort(([a], [b]) => (a < b ? -1 : 1)))
    publications.push(await tell(tx, orgId, room, ids));
  return publications;
}

/** Takes the next number of a user's room for changes of their notifications. */
export async function tell(tx: Tx, orgId: string, room: string, ids: string[]): Promise<Publication> {
  const from = await takeSequence(tx, orgId, room, 1);
  const changes = ids.map((id) => ({ type: 'notification.changed' as const, id }));
  return { orgId, event: { room, from, seq: from + 1, changes } };
}

async function insert(tx: Tx, notices: Notice[]): Promise<{ org_id: string; id: string; user_id: string }[]> {
  const column = <T>(read: (notice: Notice) => T): T[] => notices.map(read);
  const { rows } = await sql<{ org_id: string; id: string; user_id: string }>`
    insert into notification (org_id, id, user_id, kind, actor_id, module, record_id, text, mail_due_at)
    select u.org, u.id, u.user_id, u.kind, u.actor, u.module, u.record, u.text,
      case when coalesce((p.email ->> u.kind)::boolean, u.mailed) then now() end
    from unnest(${column(({ orgId }) => orgId)}::bigint[], ${column(({ id }) => id)}::bigint[],
      ${column(({ userId }) => userId)}::bigint[], ${column(({ kind }) => kind)}::text[],
      ${column(({ actorId }) => actorId)}::bigint[], ${column(({ module }) => module)}::text[],
      ${column(({ recordId }) => recordId)}::bigint[], ${column(({ text }) => text)}::text[],
      ${column(({ kind }) => mailedByDefault[kind])}::boolean[])
      as u (org, id, user_id, kind, actor, module, record, text, mailed)
      left join notification_preference p on p.org_id = u.org and p.user_id = u.user_id
    on conflict do nothing returning org_id, id, user_id`.execute(tx);
  return rows;
}
