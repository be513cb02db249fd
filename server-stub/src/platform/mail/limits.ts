import { sql } from 'kysely';
import type { Database, Db, Tx } from '../db/database.js';
import { MailError, type Mail, type Mailer } from './mail.js';

/** Mails that an address gets a day, if nobody proved that it is the recipient's own. */
const DAILY_CAP = 20;

/** Lets through what the suppression list and the daily cap allow. */
export const withLimits = ({ db, transact }: Database, mailer: Mailer): Mailer => ({
  async send(mail) {
    if (await isSuppressed(db, mail))
      throw new MailError('suppressed', 'the address is on the suppression list', true);
    if (!mail.proved && !(await transact((tx) => takesOneMore(tx, mail))))
      throw new MailError('capped', `the address had ${DAILY_CAP} mails today`, true);
    try {
      await mailer.send(mail);
    } catch (error) {
      if (error instanceof MailError && error.code === 'recipient_refused' && !mail.proved)
        await suppress(db, mail);
      throw error;
    }
  },
});

async function isSuppressed(db: Db, { orgId, to }: Mail): Promise<boolean> {
  const { rows } = await sql`
    select 1 from mail_suppression where org_id = ${orgId} and address = lower(${to.email})`.execute(db);
  return rows.length > 0;
}

/** A repeat of the same mail counts once. Mails to one address are counted one after the other, on all nodes. */
async function takesOneMore(tx: Tx, { orgId, id, to }: Mail): Promise<boolean> {
  // In a statement of its own: the next one sees what has been counted while this one waited.
  await sql`select pg_advisory_xact_lock(hashtextextended(lower(${to.email}), ${orgId}::bigint))`.execute(tx);
  const { rows } = await sql<{ admitted: boolean }>`
    with today as (
      select mail_id from mail_admission where org_id = ${orgId} and address = lower(${to.email}) and day = current_date),
    added as (
      insert into mail_admission (org_id, address, day, mail_id)
      select ${orgId}, lower(${to.email}), current_date, ${id}
      where (select count(*) from today) < ${DAILY_CAP} on conflict do nothing returning mail_id)
    select exists (select 1 from added) or exists (select 1 from today where mail_id = ${id}) as admitted`.execute(
    tx,
  );
  return rows[0]?.admitted === true;
}

/** An address that its own server refused for good gets no more mail. */
async function suppress(db: Db, { orgId, to }: Mail): Promise<void> {
  await sql`
    insert into mail_suppression (org_id, address, reason) values (${orgId}, lower(${to.email}), 'recipient_refused')
    on conflict do nothing`.execute(db);
}

/** What was counted on days that are over. */
export async function removeOldAdmissions(db: Db): Promise<void> {
  await sql`delete from mail_admission where day < current_date - 1`.execute(db);
}
