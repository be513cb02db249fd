import { parseCriteria, type Criteria } from '@crm-elements/contract/criteria';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.js';
import { comparedTimes, type ComparedTime } from './moments.js';
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
  /** Times that their criteria compare. */
  times: ComparedTime[];
}

interface Row {
  id: string;
  revision: number;
  visitor_notifications: boolean;
  route_rest: boolean;
  agents: string[];
}

const parse = <R extends { criteria: string | null }>(rule: R): Read<R> => ({
  ...rule,
  criteria: rule.criteria === null ? null : parseCriteria(rule.criteria),
});

type Rules = Pick<PortalRules, 'routing' | 'triggers' | 'times'>;

/** The portals of an organization with their active rules, by their ids. */
export type ReadPortalRules = (tx: Tx, orgId: string) => Promise<Map<string, PortalRules>>;

const MAX_KEPT = 1_000;

/** Rules are read and parsed once for each revision of their portal: every batch of visits asks for them. */
export function createPortalRules(): ReadPortalRules {
  const kept = new Map<string, { revision: number; rules: Rules }>();
  return async (tx, orgId) => {
    const { rows } = await sql<Row>`
      select id, revision, visitor_notifications, route_rest,
        array(select u.user_id::text from portal_user u where u.org_id = p.org_id and u.portal_id = p.id order by u.user_id) as agents
      from portal p where org_id = ${orgId}`.execute(tx);
    const isKept = ({ id, revision }: Row) => kept.get(`${orgId}/${id}`)?.revision === revision;
    const read = await readRules(
      tx,
      orgId,
      rows.filter((row) => !isKept(row)).map(({ id }) => id),
    );
    if (kept.size > MAX_KEPT) kept.clear();
    return new Map(
      rows.map(({ id, revision, agents, visitor_notifications: notifies, route_rest: routeRest }) => {
        const key = `${orgId}/${id}`;
        const rules = read.get(id) ?? kept.get(key)?.rules ?? { routing: [], triggers: [], times: [] };
        kept.set(key, { revision, rules });
        return [id, { notifies, routeRest, agents, ...rules }];
      }),
    );
  };
}

async function readRules(tx: Tx, orgId: string, portalIds: string[]): Promise<Map<string, Rules>> {
  if (portalIds.length === 0) return new Map();
  const routing = await readRoutingRules(tx, orgId, portalIds);
  const triggers = await readTriggerRules(tx, orgId, portalIds);
  return new Map(
    portalIds.map((id) => {
      const isOwn = (rule: { portal_id: string; active: boolean }) => rule.portal_id === id && rule.active;
      const own = {
        routing: routing.filter(isOwn).map(parse),
        triggers: triggers.filter(isOwn).map(parse),
      };
      const times = [...own.routing, ...own.triggers].flatMap(({ criteria }) => comparedTimes(criteria));
      return [id, { ...own, times }];
    }),
  );
}
