import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import type { Delivery } from './deliver.js';
import type { EmailPayload } from './payload.js';

/** A mail that a rule has sent to a lead, a contact or whom else a record is about. */
export interface SentEmail {
  id: string;
  sentAt: Date;
  subject: string;
  text: string;
}

/** Writes down what records have got; a repeat of the same mail is there once. */
export async function keepSent(
  db: Db,
  { org_id: orgId, run_id: runId, position }: Delivery,
  { subject, text }: EmailPayload,
  recipients: EmailPayload['to'],
): Promise<void> {
  for (const { email, recordId } of recipients)
    if (recordId !== undefined)
      await sql`
        insert into sent_email (org_id, id, run_id, position, record_id, address, subject, text)
        values (${orgId}, ${nextId()}, ${runId}, ${position}, ${recordId}, ${email}, ${subject}, ${text})
        on conflict (org_id, run_id, position) do nothing`.execute(db);
}

/** Mails to a record, newest first. @param before the last one that is known already */
export async function readSentEmails(
  db: Db,
  orgId: string,
  recordId: string,
  { before, limit }: { before: { at: Date; id: string } | undefined; limit: number },
): Promise<SentEmail[]> {
  const beyond = before ? sql`(sent_at, id) < (${before.at}::timestamptz, ${before.id}::bigint)` : sql`true`;
  const { rows } = await sql<SentEmail>`
    select id, sent_at as "sentAt", subject, text from sent_email
    where org_id = ${orgId} and record_id = ${recordId} and ${beyond}
    order by sent_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** What a lead has got, the contact has got that it was converted into. */
export async function moveSentEmails(
  tx: Tx,
  orgId: string,
  leadId: string,
  contactId: string,
): Promise<void> {
  await sql`
    update sent_email set record_id = ${contactId} where org_id = ${orgId} and record_id = ${leadId}`.execute(
    tx,
  );
}
