import type { RoutingRule, RoutingRules } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.js';
import { noPortal } from '../save-rules.js';

export type StoredRoutingRule = RoutingRule & { id: string };

/** Rules of these portals in their order. */
export async function readRoutingRules(
  db: Db,
  orgId: string,
  portalIds: string[],
): Promise<(StoredRoutingRule & { portal_id: string })[]> {
  const { rows } = await sql<StoredRoutingRule & { portal_id: string }>`
    select portal_id, id, name, active, criteria, route_to, action, user_ids::text[] as user_ids, group_ids::text[] as group_ids
    from routing_rule where org_id = ${orgId} and portal_id = any(${portalIds}::bigint[]) order by portal_id, position`.execute(
    db,
  );
  return rows;
}

/** Routing of one portal. @throws Failure not_found */
export async function readRouting(db: Db, orgId: string, portalId: string): Promise<RoutingRules> {
  const portal = await db
    .selectFrom('portal')
    .select(['route_rest', 'revision'])
    .where('org_id', '=', orgId)
    .where('id', '=', portalId)
    .executeTakeFirst();
  if (!portal) throw noPortal();
  const rules = await readRoutingRules(db, orgId, [portalId]);
  return { rules: rules.map(({ portal_id: _, ...rule }) => rule), ...portal };
}
