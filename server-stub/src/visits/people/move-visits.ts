import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import { VISIT_CHANGED } from '../topics.js';

/**
 * The visits of a lead become those of the contact that the lead was converted into. Visitors first: a visit that
 * begins meanwhile waits for them, and belongs to the contact already.
 * @returns both records
 */
export async function moveVisits(
  tx: Tx,
  orgId: string,
  leadId: string,
  contactId: string,
): Promise<string[]> {
  await sql`
    update visitor set record_module = 'Contacts', record_id = ${contactId}
    where org_id = ${orgId} and record_module = 'Leads' and record_id = ${leadId}`.execute(tx);
  const { rows } = await sql<{ id: string; open: boolean }>`
    update visit set record_module = 'Contacts', record_id = ${contactId}
    where org_id = ${orgId} and record_module = 'Leads' and record_id = ${leadId} returning id, left_at is null as open`.execute(
    tx,
  );
  await sql`
    update visit_total set record_id = ${contactId} where org_id = ${orgId} and record_id = ${leadId}`.execute(
    tx,
  );
  // Those that are over are nobody's live list's matter.
  const open = rows.filter((row) => row.open);
  await appendEvents(
    tx,
    open.map(({ id }) => ({ orgId, topic: VISIT_CHANGED, key: id })),
  );
  return [leadId, contactId];
}
