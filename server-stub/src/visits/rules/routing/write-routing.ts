import type { RoutingRules } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findGroups, findPeople } from '../../../identity/index.js';
import type { Tx } from '../../../platform/db/database.js';
import { Failure, type FieldError } from '../../../platform/http/failure.js';
import { checkVisitorCriteria } from '../criteria.js';
import { takeRevision, withIds } from '../save-rules.js';
import { readRoutingRules } from './read-routing.js';

/** Replaces the routing of a portal. @throws Failure not_found, conflict, invalid_input */
export async function writeRouting(
  tx: Tx,
  orgId: string,
  portalId: string,
  { rules, route_rest: routeRest, revision }: RoutingRules,
): Promise<void> {
  await takeRevision(tx, { orgId, portalId, revision });
  checkVisitorCriteria(
    rules.map(({ criteria }) => criteria),
    (index) => `/rules/${index}/criteria`,
  );
  await checkTargets(tx, orgId, rules);
  const known = await readRoutingRules(tx, orgId, [portalId]);
  const rows = withIds(rules, new Set(known.map(({ id }) => id)));
  await sql`update portal set route_rest = ${routeRest} where org_id = ${orgId} and id = ${portalId}`.execute(
    tx,
  );
  await sql`delete from routing_rule where org_id = ${orgId} and portal_id = ${portalId}`.execute(tx);
  for (const [position, rule] of rows.entries())
    await sql`
      insert into routing_rule (org_id, id, portal_id, position, name, active, criteria, route_to, action, user_ids, group_ids)
      values (${orgId}, ${rule.id}, ${portalId}, ${position}, ${rule.name}, ${rule.active}, ${rule.criteria}, ${rule.route_to},
        ${rule.action}, ${rule.user_ids}::bigint[], ${rule.group_ids}::bigint[])`.execute(tx);
}

/** Whoever is named is there, and where names are needed there are some. */
async function checkTargets(tx: Tx, orgId: string, rules: RoutingRules['rules']): Promise<void> {
  const people = await findPeople(
    tx,
    orgId,
    rules.flatMap((rule) => rule.user_ids),
  );
  const groups = await findGroups(
    tx,
    orgId,
    rules.flatMap((rule) => rule.group_ids),
  );
  const errors = rules.flatMap((rule, index): FieldError[] => {
    const path = (name: string) => `/rules/${index}/${name}`;
    if (!rule.user_ids.every((id) => people.has(id)))
      return [{ path: path('user_ids'), message: 'must be active users' }];
    if (!rule.group_ids.every((id) => groups.has(id)))
      return [{ path: path('group_ids'), message: 'must be groups of the organization' }];
    const nobody = rule.user_ids.length + rule.group_ids.length === 0;
    return rule.route_to === 'named' && nobody
      ? [{ path: path('user_ids'), message: 'must name a user or a group' }]
      : [];
  });
  const [first] = errors;
  if (first) throw new Failure(400, 'invalid_input', { detail: `${first.path}: ${first.message}`, errors });
}
