import { sql } from 'kysely';
import { findOrgName, findPeople, findUsers, loadAccess } from '../../identity/index.js';
import type { Database } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { backoffSeconds, MAX_ATTEMPTS } from '../../platform/jobs/backoff.js';
import { startWorker } from '../../platform/jobs/worker.js';
import { MailError, type Mailer } from '../../platform/mail/index.js';
import { findVisibleNames, type Modules } from '../../records/index.js';
import type { Kind } from '../kinds.js';
import { composeNotification } from './compose.js';

const POLL_MS = 1_000;
const AT_ONCE = 8;
/** Longer than one try may take. */
const LEASE = '30 seconds';

/** By what mails of notifications are made and leave. */
export interface Mails {
  modules: Modules;
  mailer: Mailer;
  recordUrl: string | undefined;
}

interface Due {
  org_id: string;
  id: string;
  user_id: string;
  kind: Kind;
  actor_id: string | null;
  module: string;
  record_id: string;
  text: string;
  created_at: Date;
  mail_attempts: number;
  mail_lease: string;
}

async function claim({ db }: Database, most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update notification set mail_lease = ${nextId()}, mail_due_at = now() + ${LEASE}::interval, mail_attempts = mail_attempts + 1
    where (org_id, id) in (
      select org_id, id from notification where mail_due_at <= now()
      order by mail_due_at limit ${most} for update skip locked)
    returning org_id, id, user_id, kind, actor_id, module, record_id, text, created_at, mail_attempts, mail_lease`.execute(
    db,
  );
  return rows;
}

async function mail({ db }: Database, { modules, mailer, recordUrl }: Mails, due: Due): Promise<void> {
  const { org_id: orgId, user_id: userId, module, record_id: recordId } = due;
  const person = (await findPeople(db, orgId, [userId])).get(userId);
  // Who is gone, or not active any more, is told nothing.
  if (!person) return;
  const context = { access: await loadAccess(db, { orgId, userId }), modules: await modules.of(db, orgId) };
  const names = await findVisibleNames(db, context, [{ module, id: recordId }]);
  const actor =
    due.actor_id === null ? undefined : (await findUsers(db, orgId, [due.actor_id])).get(due.actor_id);
  const { kind, text } = due;
  const told = { kind, text, module, recordId, locale: person.locale };
  await mailer.send({
    ...composeNotification({ ...told, actor: actor?.name, recordName: names.get(recordId) }, recordUrl),
    orgId,
    id: `notification.${due.id}`,
    createdAt: due.created_at,
    from: await findOrgName(db, orgId),
    to: { name: person.name, email: person.email },
    proved: true,
  });
}

async function deliver(database: Database, mails: Mails, due: Due): Promise<void> {
  let wait: number | undefined;
  try {
    await mail(database, mails, due);
  } catch (error) {
    if (!(error instanceof MailError)) throw error;
    if (!error.permanent && due.mail_attempts < MAX_ATTEMPTS) wait = backoffSeconds(due.mail_attempts);
  }
  const next = wait === undefined ? sql`null` : sql`now() + make_interval(secs => ${wait})`;
  await sql`
    update notification set mail_lease = null, mail_due_at = ${next}
    where org_id = ${due.org_id} and id = ${due.id} and mail_lease = ${due.mail_lease}`.execute(database.db);
}

/** Sends the mails of notifications, on any number of nodes. @returns a function that stops it, when what is under way is done */
export const startMailing = (
  database: Database,
  mails: Mails,
  onError: (error: unknown) => void,
): (() => Promise<void>) =>
  startWorker({
    claim: (most) => claim(database, most),
    serve: (due) => deliver(database, mails, due),
    atOnce: AT_ONCE,
    pollMs: POLL_MS,
    onError,
  });
