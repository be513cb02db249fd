import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Consumer, StoredEvent } from '../../platform/outbox/relay.js';
import {
  dataKey,
  FIELD_SAVED,
  fitToField,
  type Field,
  type FieldSaved,
  type Modules,
} from '../../records/index.js';

/** Visits are filled so far back. */
export const FILLED_DAYS = 90;
/** Visits that are looked at in one go. */
const PAGE = 1_000;
/** Values of one visit that are looked at for one that fits. */
const VALUES = 20;
const AFTER_ALL = '9223372036854775807';

interface Row {
  id: string;
  started_at: Date;
  /** Null where nothing was told under the label. */
  value: unknown;
}

/**
 * A new field, or one with another label, takes what was told before it was there. From the last visit to the first,
 * a page at a time, so that nobody waits; a visit that has a value keeps it.
 */
export const fillPastVisits =
  (modules: Modules): Consumer =>
  async (tx, events) => {
    for (const event of events) {
      const { orgId, key: fieldId, payload } = event;
      if ((payload as unknown as FieldSaved).module !== 'Visits') continue;
      // The word that this node's fields are old may come later than the event.
      modules.forget();
      const { fields } = (await modules.of(tx, orgId)).find('Visits');
      const field = fields.find(({ id }) => id === fieldId);
      if (field) await fillPage(tx, event, field);
    }
    return [];
  };

async function fillPage(tx: Tx, { orgId, key, payload }: StoredEvent, field: Field): Promise<void> {
  const { rows } = await sql<Row>`
    with page as materialized (
      select id, started_at from visit where org_id = ${orgId} and id < ${payload.before ?? AFTER_ALL}
      order by id desc limit ${PAGE})
    select page.id, page.started_at, told.value from page
    left join lateral (
      select t.value, e.at from visit_event e cross join lateral jsonb_each(e.data -> 'values') t
      where e.org_id = ${orgId} and e.visit_id = page.id and e.kind <> 'vitals' and lower(btrim(t.key)) = lower(btrim(${field.label}::text))
      order by e.at desc limit ${VALUES}) told on true
    order by page.id desc, told.at desc`.execute(tx);
  await fillVisits(tx, orgId, field, rows);
  const last = rows.at(-1);
  if (last && rows.length >= PAGE && last.started_at.getTime() > Date.now() - FILLED_DAYS * 86_400_000)
    await appendEvents(tx, [{ orgId, topic: FIELD_SAVED, key, payload: { ...payload, before: last.id } }]);
}

/** @param rows the last value of a visit first */
async function fillVisits(tx: Tx, orgId: string, field: Field, rows: readonly Row[]): Promise<void> {
  const key = dataKey(field);
  const byVisit = new Map<string, string>();
  for (const { id, value } of rows) {
    if (key === undefined || value === null || byVisit.has(id)) continue;
    const stored = fitToField(value, field);
    if (stored !== undefined) byVisit.set(id, JSON.stringify({ [key]: stored }));
  }
  if (byVisit.size === 0) return;
  // Locked in the order in which collecting locks them: neither waits for the other in a circle.
  await sql`
    with empty as materialized (
      select v.id, u.data from unnest(${[...byVisit.keys()]}::bigint[], ${[...byVisit.values()]}::jsonb[]) as u (id, data)
      join visit v on v.org_id = ${orgId} and v.id = u.id and not v.data ? ${key}
      order by v.visitor_id, v.client_id for no key update of v)
    update visit v set data = v.data || empty.data from empty
    where v.org_id = ${orgId} and v.id = empty.id`.execute(tx);
}
