import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Publication, StoredEvent } from '../../platform/outbox/relay.js';
import { findByEmail, insertRecords, systemContext, type Modules } from '../../records/index.js';
import { VISIT_CHANGED } from '../topics.js';
import { readPerson, toFields, type Person } from './read-values.js';

interface Target {
  push_as: 'Leads' | 'Contacts';
  assigned_user_id: string;
}

interface RecordReference {
  module: string;
  id: string;
}

/**
 * Makes the person behind a visit a lead or a contact, as the portal is set, and ties the visit to
 * it. An address that the CRM already holds is a claim without proof: the visit is tied to that
 * record, but nothing of the record changes.
 */
export function createIdentifier(
  modules: Modules,
): (tx: Tx, events: StoredEvent[]) => Promise<Publication[]> {
  return async (tx, events) => {
    for (const event of events) await identify(tx, modules, event);
    return [];
  };
}

async function identify(
  tx: Tx,
  modules: Modules,
  { orgId, key: visitId, payload }: StoredEvent,
): Promise<void> {
  const { visitorId, portalId, values } = payload as {
    visitorId: string;
    portalId: string;
    values: Record<string, unknown>;
  };
  const person = readPerson(values);
  const name = [person.firstName, person.lastName].filter(Boolean).join(' ').slice(0, 200) || null;
  const portal = await tx
    .selectFrom('portal')
    .select(['push_as', 'assigned_user_id'])
    .where('org_id', '=', orgId)
    .where('id', '=', portalId)
    .executeTakeFirst();
  const record = portal && person.email ? await findOrCreate(tx, modules, orgId, portal, person) : undefined;
  await sql`
    update visitor set name = coalesce(${name}, name), email = coalesce(${person.email?.slice(0, 200) ?? null}, email),
      record_module = coalesce(${record?.module ?? null}, record_module), record_id = coalesce(${record?.id ?? null}::bigint, record_id)
    where org_id = ${orgId} and id = ${visitorId}`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    update visit set record_module = ${record?.module ?? null}, record_id = ${record?.id ?? null}::bigint
    where org_id = ${orgId} and visitor_id = ${visitorId} and record_id is null and ${record !== undefined} returning id`.execute(
    tx,
  );
  const changed = new Set([visitId, ...rows.map((row) => row.id)]);
  await appendEvents(
    tx,
    [...changed].map((id) => ({ orgId, topic: VISIT_CHANGED, key: id })),
  );
}

async function findOrCreate(
  tx: Tx,
  modules: Modules,
  orgId: string,
  portal: Target,
  person: Person,
): Promise<RecordReference | undefined> {
  const email = person.email ?? '';
  const other = portal.push_as === 'Leads' ? 'Contacts' : 'Leads';
  const context = await systemContext(tx, modules, orgId, portal.assigned_user_id);
  for (const module of [other, portal.push_as]) {
    const id = await findByEmail(tx, context, module, email);
    if (id !== undefined) return { module, id };
  }
  const module = context.modules.find(portal.push_as);
  const fields = toFields(person);
  let [row] = await insertRecords(tx, context, module, [fields]);
  // A telephone number that is none must not cost the lead.
  if (row?.details.api_name === 'Phone')
    [row] = await insertRecords(tx, context, module, [{ ...fields, Phone: undefined }]);
  return row?.status === 'success' ? { module: portal.push_as, id: String(row.details.id) } : undefined;
}
