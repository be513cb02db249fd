import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Consumer } from '../../platform/outbox/relay.js';
import { valuesByLabel, type Modules } from '../../records/index.js';
import { VISIT_CHANGED } from '../topics.js';

/** Custom fields of visits take what their pages told under their labels, VIS-58; of one told twice the later holds. */
export const fillCustomFields =
  (modules: Modules): Consumer =>
  async (tx, events) => {
    for (const orgId of [...new Set(events.map((event) => event.orgId))].sort()) {
      const module = (await modules.of(tx, orgId)).find('Visits');
      if (!module.fields.some(({ custom }) => custom)) continue;
      const ids = events.filter((event) => event.orgId === orgId).map(({ key }) => key);
      const data = new Map<string, Record<string, unknown>>();
      for (const { visitId, values } of await readTold(tx, orgId, [...new Set(ids)]))
        data.set(visitId, { ...data.get(visitId), ...valuesByLabel(module, values) });
      await fill(tx, orgId, data);
    }
    return [];
  };

interface Told {
  visitId: string;
  values: Record<string, unknown>;
}

/** What the pages of visits told, the earliest first. */
async function readTold(tx: Tx, orgId: string, visitIds: string[]): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select visit_id as "visitId", data->'values' as values from visit_event
    where org_id = ${orgId} and visit_id = any(${visitIds}::bigint[]) and kind <> 'vitals' and data ? 'values'
    order by at, event_id`.execute(tx);
  return rows;
}

async function fill(tx: Tx, orgId: string, data: Map<string, Record<string, unknown>>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update visit v set data = v.data || u.data
    from unnest(${[...data.keys()]}::bigint[], ${[...data.values()].map((each) => JSON.stringify(each))}::jsonb[]) as u (id, data)
    where v.org_id = ${orgId} and v.id = u.id and not v.data @> u.data returning v.id`.execute(tx);
  await appendEvents(
    tx,
    rows.map(({ id }) => ({ orgId, topic: VISIT_CHANGED, key: id })),
  );
}
