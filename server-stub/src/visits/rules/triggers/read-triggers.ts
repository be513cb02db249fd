import type { TriggerRule } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.js';
import { noPortal } from '../save-rules.js';

export type StoredTrigger = TriggerRule & { id: string };

/** Triggers of these portals in their order. */
export async function readTriggerRules(
  db: Db,
  orgId: string,
  portalIds: string[],
): Promise<(StoredTrigger & { portal_id: string })[]> {
  const { rows } = await sql<StoredTrigger & { portal_id: string }>`
    select portal_id, id, name, active, criteria, action, delay, once_per
    from trigger_rule where org_id = ${orgId} and portal_id = any(${portalIds}::bigint[]) order by portal_id, position`.execute(
    db,
  );
  return rows;
}

/** Triggers of one portal. @throws Failure not_found */
export async function readTriggers(db: Db, orgId: string, portalId: string) {
  const portal = await db
    .selectFrom('portal')
    .select('revision')
    .where('org_id', '=', orgId)
    .where('id', '=', portalId)
    .executeTakeFirst();
  if (!portal) throw noPortal();
  const rules = await readTriggerRules(db, orgId, [portalId]);
  return { rules: rules.map(({ portal_id: _, ...rule }) => rule), ...portal };
}
