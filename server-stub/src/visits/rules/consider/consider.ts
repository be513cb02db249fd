import type { Tx } from '../../../platform/db/database.js';
import { appendEvents } from '../../../platform/outbox/outbox.js';
import type { Consumer, Publication, StoredEvent } from '../../../platform/outbox/relay.js';
import type { ChatSource } from '../../chat-source.js';
import { firingsOf, remindersOf } from './due.js';
import { fireTriggers } from './fire.js';
import { group } from './group.js';
import { createPortalRules, type ReadPortalRules } from './portal-rules.js';
import { readCases } from './read-cases.js';
import { routeVisits } from './route-visits.js';
import { tellUsers } from './tell.js';

/** Looks at visits that have changed with the rules of their portals: who is told, who attends, what the page does. */
export const createConsideration = (chats: ChatSource): Consumer => {
  const sources = { chats, readPortalRules: createPortalRules() };
  return async (tx, events) => {
    const publications: Publication[] = [];
    const byOrg = [...group(events, ({ orgId }) => orgId)].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [orgId, own] of byOrg) publications.push(...(await consider(tx, orgId, own, sources)));
    return publications;
  };
};

async function consider(
  tx: Tx,
  orgId: string,
  events: StoredEvent[],
  sources: { chats: ChatSource; readPortalRules: ReadPortalRules },
): Promise<Publication[]> {
  const available = await sources.chats.available(tx, orgId);
  const now = Date.now();
  const moment = { now, operatorsOnline: available.length > 0 };
  const cases = await readCases(tx, orgId, events, { ...sources, moment });
  if (cases.length === 0) return [];
  const notices = await routeVisits(tx, orgId, cases, available);
  await fireTriggers(
    tx,
    orgId,
    cases.flatMap((one) => firingsOf(one, now)),
  );
  await appendEvents(tx, remindersOf(orgId, cases, now));
  return tellUsers(tx, orgId, notices);
}
