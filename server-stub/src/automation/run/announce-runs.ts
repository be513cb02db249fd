import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import { RUNS_CHANGED, type RunsChanged } from './topics.js';

/** Leaves word that the log has changed; those who look at it are told after the commit. */
export async function announceRuns(tx: Tx, runs: readonly { orgId: string; id: string }[]): Promise<void> {
  const byOrg = new Map<string, string[]>();
  for (const { orgId, id } of runs) {
    const ids = byOrg.get(orgId) ?? [];
    ids.push(id);
    byOrg.set(orgId, ids);
  }
  await appendEvents(
    tx,
    [...byOrg].map(([orgId, ids]) => ({
      orgId,
      topic: RUNS_CHANGED,
      key: ids[0] ?? '0',
      payload: { ids } satisfies RunsChanged,
    })),
  );
}
