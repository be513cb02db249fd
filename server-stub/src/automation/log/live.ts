import { WORKFLOW_RUNS_ROOM as room, type LiveChange } from '@crm-elements/contract';
import { loadAccess } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import type { Consumer, Publication, Relay } from '../../platform/outbox/relay.js';
import { roomSequence, takeSequence } from '../../platform/outbox/rooms.js';
import type { Realtime } from '../../platform/realtime/realtime.js';
import { RUNS_CHANGED, type RunsChanged } from '../run/topics.js';

/** Tells who looks at the log which runs changed: one event an organization and batch. */
const tellRuns: Consumer = async (tx, events) => {
  const byOrg = new Map<string, Set<string>>();
  for (const { orgId, payload } of events) {
    const ids = byOrg.get(orgId) ?? new Set();
    for (const id of (payload as unknown as RunsChanged).ids) ids.add(id);
    byOrg.set(orgId, ids);
  }
  const publications: Publication[] = [];
  // In the same order on every node, so that no two wait for each other in a circle.
  for (const [orgId, ids] of [...byOrg].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const from = await takeSequence(tx, orgId, room, 1);
    const changes: LiveChange[] = [...ids].map((id) => ({ type: 'workflow_run.changed', id }));
    publications.push({ orgId, event: { room, from, seq: from + 1, changes } });
  }
  return publications;
};

/** Live hints of the log, for those who may manage rules. */
export function tellLog(relay: Relay, realtime: Realtime, db: Db): void {
  relay.on(RUNS_CHANGED, tellRuns);
  realtime.serve({
    knows: (name) => name === room,
    allows: async (party) => party.kind === 'user' && (await loadAccess(db, party)).has('manage_automation'),
    sequence: (orgId) => roomSequence(db, orgId, room),
  });
}
