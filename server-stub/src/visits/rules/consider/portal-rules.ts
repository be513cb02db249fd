import { parseCriteria, type Criteria } from '@crm-elements/contract/criteria';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.js';
import { readRoutingRules, type StoredRoutingRule } from '../routing/read-routing.js';
import { readTriggerRules, type StoredTrigger } from '../triggers/read-triggers.js';

/** A rule with its criteria read. */
type Read<R> = Omit<R, 'criteria'> & { criteria: Criteria | null };
export type RoutingRule = Read<StoredRoutingRule>;
export type Trigger = Read<StoredTrigger>;

/** What a portal does about its visitors. */
export interface PortalRules {
  notifies: boolean;
  routeRest: boolean;
  /** Users of the portal. */
  agents: string[];
  /** Active ones in their order. */
  routing: RoutingRule[];
  triggers: Trigger[];
}

interface Row {
  id: string;
  visitor_notifications: boolean;
  route_rest: boolean;
  agents: string[];
}

const read = <R extends { criteria: string | null }>(rule: R): Read<R> => ({
  ...rule,
  criteria: rule.criteria === null ? null : parseCriteria(rule.criteria),
});

/** The active rules of these portals. */
export async function readPortalRules(
  tx: Tx,
  orgId: string,
  portalIds: string[],
): Promise<Map<string, PortalRules>> {
  const { rows } = await sql<Row>`
    select id, visitor_notifications, route_rest,
      array(select u.user_id::text from portal_user u where u.org_id = p.org_id and u.portal_id = p.id order by u.user_id) as agents
    from portal p where org_id = ${orgId} and id = any(${portalIds}::bigint[])`.execute(tx);
  const routing = await readRoutingRules(tx, orgId, portalIds);
  const triggers = await readTriggerRules(tx, orgId, portalIds);
  return new Map(
    rows.map(({ id, agents, visitor_notifications: notifies, route_rest: routeRest }) => {
      const isOwn = (rule: { portal_id: string; active: boolean }) => rule.portal_id === id && rule.active;
      const rules = {
        routing: routing.filter(isOwn).map(read),
        triggers: triggers.filter(isOwn).map(read),
      };
      return [id, { notifies, routeRest, agents, ...rules }];
    }),
  );
}
