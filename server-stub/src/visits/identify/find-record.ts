import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { findByEmail, insertRecords, type Context } from '../../records/index.js';
import { toFields, type Person } from './read-values.js';

export interface RecordReference {
  module: string;
  id: string;
}

/** The record that somebody is, and whether their word alone may tie them to it. */
export interface Resolved extends RecordReference {
  /** Unproven people are tied to records that were made from unproven words, and to no other. */
  open: boolean;
}

/** The record with a person's address; made where there is none. Contacts come before leads. */
export async function findOrCreate(
  tx: Tx,
  context: Context,
  pushAs: 'Leads' | 'Contacts',
  person: Person & { email: string },
): Promise<Resolved | undefined> {
  const known = await findRecord(tx, context, person.email);
  if (known) return known;
  const module = context.modules.find(pushAs);
  const fields = toFields(person);
  let [row] = await insertRecords(tx, context, module, [fields]);
  // A telephone number that is none must not cost the lead.
  if (row?.details.api_name === 'Phone')
    [row] = await insertRecords(tx, context, module, [{ ...fields, Phone: undefined }]);
  // Another visit of the same person was quicker.
  if (row?.status !== 'success') return findRecord(tx, context, person.email);
  const id = String(row.details.id);
  await markClaimed(tx, context.access.orgId, id);
  return { module: pushAs, id, open: true };
}

/** Notes that a record was made from an unproven word. */
export async function markClaimed(tx: Tx, orgId: string, recordId: string): Promise<void> {
  await sql`insert into claimed_record (org_id, record_id) values (${orgId}, ${recordId}) on conflict do nothing`.execute(
    tx,
  );
}

/** From now on only who proves it is this record. */
export async function markProven(tx: Tx, orgId: string, recordId: string): Promise<void> {
  await sql`delete from claimed_record where org_id = ${orgId} and record_id = ${recordId}`.execute(tx);
}

/** The record with an address: a contact before a lead. */
export async function findRecord(tx: Tx, context: Context, email: string): Promise<Resolved | undefined> {
  const { orgId } = context.access;
  for (const module of ['Contacts', 'Leads']) {
    const id = await findByEmail(tx, context, module, email);
    if (id === undefined) continue;
    const { rows } = await sql`
      select 1 from claimed_record where org_id = ${orgId} and record_id = ${id}`.execute(tx);
    return { module, id, open: rows.length > 0 };
  }
  return undefined;
}
