import type { Tx } from '../../../platform/db/database.js';
import { appendEvents } from '../../../platform/outbox/outbox.js';
import type { Consumer, Publication, StoredEvent } from '../../../platform/outbox/relay.js';
import type { ChatSource } from '../../chat-source.js';
import { findConsidered } from './considered-visits.js';
import { firingsOf, reminderOf } from './due.js';
import { fireTriggers } from './fire.js';
import { group } from './group.js';
import { readCases } from './read-cases.js';
import { routeVisits } from './route-visits.js';
import { tellUsers } from './tell.js';

/** Looks at visits that have changed with the rules of their portals: who is told, who attends, what the page does. */
export const createConsideration =
  (chats: ChatSource): Consumer =>
  async (tx, events) => {
    const publications: Publication[] = [];
    const byOrg = [...group(events, ({ orgId }) => orgId)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [orgId, own] of byOrg) publications.push(...(await consider(tx, orgId, own, chats)));
    return publications;
  };

async function consider(
  tx: Tx,
  orgId: string,
  events: StoredEvent[],
  chats: ChatSource,
): Promise<Publication[]> {
  const visits = await findConsidered(tx, orgId, events);
  if (visits.length === 0) return [];
  const available = await chats.available(tx, orgId);
  const now = Date.now();
  const cases = await readCases(tx, orgId, visits, chats, { now, operatorsOnline: available.length > 0 });
  const notices = await routeVisits(tx, orgId, cases, available);
  await fireTriggers(
    tx,
    orgId,
    cases.flatMap((one) => firingsOf(one, now)),
  );
  await appendEvents(
    tx,
    cases.flatMap((one) => reminderOf(orgId, one, now)),
  );
  return tellUsers(tx, orgId, notices);
}
