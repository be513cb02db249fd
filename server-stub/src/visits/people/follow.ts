import { VISITS_ROOM } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import type { Consumer, Relay, StoredEvent } from '../../platform/outbox/relay.js';
import { takeSequence } from '../../platform/outbox/rooms.js';
import {
  contactsOfDeals,
  LEAD_CONVERTED,
  RECORD_CREATED,
  RECORD_DELETED,
  RECORD_UPDATED,
  type RecordEvent,
} from '../../records/index.js';
import { VISIT_CHANGED } from '../topics.js';
import { moveVisits } from './move-visits.js';
import { summarise } from './summaries.js';
import { countVisits } from './totals.js';

/** Keeps what is known of people true to their visits, their deals and their becoming contacts. */
export function followPeople(relay: Relay): void {
  relay.on(VISIT_CHANGED, perOrganization(recount));
  relay.on(
    LEAD_CONVERTED,
    perOrganization(async (tx, orgId, events) => {
      for (const { key: leadId, payload } of events)
        await summarise(tx, orgId, await moveVisits(tx, orgId, leadId, payload.contactId as string));
    }),
  );
  relay.on(
    RECORD_DELETED,
    perOrganization(recount, ({ payload }) => payload.module === 'Visits'),
  );
  for (const topic of [RECORD_CREATED, RECORD_UPDATED, RECORD_DELETED])
    relay.on(
      topic,
      perOrganization(
        async (tx, orgId, deals) =>
          summarise(tx, orgId, await visitorsAmong(tx, orgId, await contactsOf(tx, orgId, deals))),
        changesDeals,
      ),
    );
  relay.on(
    RECORD_DELETED,
    perOrganization(
      async (tx, orgId, events) =>
        summarise(
          tx,
          orgId,
          await visitorsAmong(
            tx,
            orgId,
            events.map(({ key }) => key),
          ),
        ),
      ({ payload }) => payload.module === 'Leads' || payload.module === 'Contacts',
    ),
  );
}

/** Organization by organization; each with the room of its visits held, so that nobody else summarises them. */
const perOrganization =
  (
    work: (tx: Tx, orgId: string, events: StoredEvent[]) => Promise<void>,
    matters = (_: StoredEvent) => true,
  ): Consumer =>
  async (tx, all) => {
    const events = all.filter(matters);
    for (const orgId of [...new Set(events.map((event) => event.orgId))].sort()) {
      await takeSequence(tx, orgId, VISITS_ROOM, 0);
      await work(
        tx,
        orgId,
        events.filter((event) => event.orgId === orgId),
      );
    }
    return [];
  };

async function recount(tx: Tx, orgId: string, visits: StoredEvent[]): Promise<void> {
  const ids = [...new Set(visits.map(({ key }) => key))].sort();
  await summarise(tx, orgId, await countVisits(tx, orgId, ids));
}

/** A deal that comes, goes, or changes what somebody's standing depends on. */
function changesDeals({ payload }: StoredEvent): boolean {
  const { module, changes } = payload as unknown as RecordEvent;
  return module === 'Deals' && (!changes || 'Stage' in changes || 'Contact_Name' in changes);
}

async function contactsOf(tx: Tx, orgId: string, deals: StoredEvent[]): Promise<string[]> {
  const now = await contactsOfDeals(
    tx,
    orgId,
    deals.map(({ key }) => key),
  );
  const before = deals.map(({ payload }) => (payload as unknown as RecordEvent).changes?.Contact_Name?.old);
  return [...now, ...before.filter((id) => typeof id === 'string')];
}

/** Those of the records that have visits. */
async function visitorsAmong(tx: Tx, orgId: string, recordIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ record_id: string }>`
    select distinct record_id from visit_summary
    where org_id = ${orgId} and record_id = any(${recordIds}::bigint[])`.execute(tx);
  return rows.map((row) => row.record_id);
}
