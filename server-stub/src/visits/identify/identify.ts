import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import type { Publication, StoredEvent } from '../../platform/outbox/relay.js';
import type { Secrets } from '../../platform/secrets/index.js';
import { systemContext, type Modules } from '../../records/index.js';
import { findOrCreate, markProven } from './find-record.js';
import { identityKey } from './identity-key.js';
import { provenEmail } from './proof.js';
import { readPerson, type Person } from './read-values.js';
import { noteClaim, tellChanged, tieVisitor, type Visitor } from './tie.js';

interface Identified {
  visitorId: string;
  portalId: string;
  values: Record<string, unknown>;
}

/**
 * Makes the person behind a visit a lead or a contact, as the portal is set, and ties the visits to it. An address is a
 * claim: it leads to records that were made from such claims, and to others only with a proof of the site. A known
 * contact is never changed by it.
 */
export function createIdentifier(
  modules: Modules,
  secrets: Secrets,
): (tx: Tx, events: StoredEvent[]) => Promise<Publication[]> {
  return async (tx, events) => {
    for (const { orgId, key: visitId, payload } of events) {
      const { visitorId, portalId, values } = payload as unknown as Identified;
      const visitor = { orgId, visitorId, visitId };
      const proven = provenEmail(values, identityKey(secrets, portalId));
      const person = readPerson(values);
      await identify(tx, modules, visitor, {
        portalId,
        person: { ...person, email: proven ?? person.email },
        isProven: proven !== undefined,
      });
    }
    return [];
  };
}

interface Told {
  portalId: string;
  person: Person;
  isProven: boolean;
}

async function identify(
  tx: Tx,
  modules: Modules,
  visitor: Visitor,
  { portalId, person, isProven }: Told,
): Promise<void> {
  const { orgId } = visitor;
  await nameVisitor(tx, visitor, person);
  const portal = await tx
    .selectFrom('portal')
    .select(['push_as', 'assigned_user_id'])
    .where('org_id', '=', orgId)
    .where('id', '=', portalId)
    .executeTakeFirst();
  if (!portal || person.email === undefined) return tellChanged(tx, visitor, []);
  const context = await systemContext(tx, modules, orgId, portal.assigned_user_id);
  const record = await findOrCreate(tx, context, portal.push_as, { ...person, email: person.email });
  if (!record) return tellChanged(tx, visitor, []);
  if (isProven) await markProven(tx, orgId, record.id);
  if (isProven || record.open) await tieVisitor(tx, visitor, record);
  else await noteClaim(tx, visitor, record);
}

async function nameVisitor(tx: Tx, { orgId, visitorId }: Visitor, person: Person): Promise<void> {
  const name = [person.firstName, person.lastName].filter(Boolean).join(' ').slice(0, 200) || null;
  await sql`
    update visitor set name = coalesce(${name}, name), email = coalesce(${person.email?.slice(0, 200) ?? null}, email)
    where org_id = ${orgId} and id = ${visitorId}`.execute(tx);
}
