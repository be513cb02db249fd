import type { visitorValues } from '@crm-elements/contract/visitor-fields';
import { meets } from '../criteria.js';
import type { PortalRules, RoutingRule } from './portal-rules.js';

/** Whom the words of the rules stand for, where one visitor is meant. */
export interface Targets {
  agents: string[];
  /** Members by the group. */
  members: ReadonlyMap<string, string[]>;
  owner: string | undefined;
  lastAttendee: string | undefined;
}

/** Who is told of a visitor, and whether the first of them who is there attends them. */
export interface Route {
  userIds: string[];
  attends: boolean;
}

function usersOf(
  { route_to: to, user_ids: users, group_ids: groups }: RoutingRule,
  targets: Targets,
): string[] {
  switch (to) {
    case 'all':
      return targets.agents;
    case 'named':
      return [...new Set([...users, ...groups.flatMap((id) => targets.members.get(id) ?? [])])];
    case 'last_attendee':
      return targets.lastAttendee === undefined ? [] : [targets.lastAttendee];
    case 'owner':
      return targets.owner === undefined ? [] : [targets.owner];
    case 'nobody':
      return [];
  }
}

/**
 * The first rule that the visitor meets counts. One that finds nobody, as where there is no owner, is passed over,
 * so that no visitor is lost; `nobody` is meant so.
 */
export function chooseRoute(
  { routing, routeRest }: Pick<PortalRules, 'routing' | 'routeRest'>,
  values: ReturnType<typeof visitorValues>,
  targets: Targets,
): Route {
  for (const rule of routing) {
    if (!meets(rule.criteria, values)) continue;
    const userIds = usersOf(rule, targets);
    if (userIds.length > 0 || rule.route_to === 'nobody')
      return { userIds, attends: rule.action === 'attend' };
  }
  return { userIds: routeRest ? targets.agents : [], attends: false };
}
