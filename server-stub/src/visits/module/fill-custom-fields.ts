import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Consumer } from '../../platform/outbox/relay.js';
import { valuesByLabel, type Modules } from '../../records/index.js';
import { VISIT_CHANGED } from '../topics.js';

/** Custom fields of a visit take what a page told under their label, VIS-58. */
export const fillCustomFields =
  (modules: Modules): Consumer =>
  async (tx, events) => {
    for (const { orgId, key: visitId, payload } of events) {
      const { values } = payload as { values: Record<string, unknown> };
      const module = (await modules.of(tx, orgId)).find('Visits');
      await fill(tx, orgId, visitId, valuesByLabel(module, values));
    }
    return [];
  };

async function fill(tx: Tx, orgId: string, visitId: string, data: Record<string, unknown>): Promise<void> {
  if (Object.keys(data).length === 0) return;
  await sql`
    update visit set data = data || ${JSON.stringify(data)}::jsonb where org_id = ${orgId} and id = ${visitId}`.execute(
    tx,
  );
  await appendEvents(tx, [{ orgId, topic: VISIT_CHANGED, key: visitId }]);
}
