import type { NotificationPreferences } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { isKind, mailedByDefault } from './kinds.js';

interface Owner {
  orgId: string;
  userId: string;
}

/** What a user has chosen, else what is usual. */
export async function readPreferences(db: Db, { orgId, userId }: Owner): Promise<NotificationPreferences> {
  const { rows } = await sql<NotificationPreferences>`
    select email from notification_preference where org_id = ${orgId} and user_id = ${userId}`.execute(db);
  return { email: { ...mailedByDefault, ...rows[0]?.email } };
}

/** @throws Failure invalid_input for a kind that is not known */
export async function writePreferences(
  db: Db,
  { orgId, userId }: Owner,
  { email }: NotificationPreferences,
): Promise<void> {
  const unknown = Object.keys(email).filter((name) => !isKind(name));
  if (unknown.length > 0)
    throw new Failure(400, 'invalid_input', {
      detail: 'There is no such kind of notification.',
      errors: unknown.map((name) => ({ path: `email.${name}`, message: 'is no kind of notification' })),
    });
  await sql`
    insert into notification_preference (org_id, user_id, email) values (${orgId}, ${userId}, ${JSON.stringify(email)}::jsonb)
    on conflict (org_id, user_id) do update set email = notification_preference.email || excluded.email`.execute(
    db,
  );
}
