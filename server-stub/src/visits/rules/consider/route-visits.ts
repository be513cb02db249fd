import type { Tx } from '../../../platform/db/database.js';
import { takeOn } from '../../chat.js';
import { chooseRoute, type Route } from './choose-route.js';
import { activeUsers, findTargets } from './find-targets.js';
import type { Case } from './read-cases.js';
import type { Notice } from './tell.js';

/**
 * Chooses who is told of each visitor; where a rule says so, the first of them who is there attends.
 * @param available users who take chats now
 */
export async function routeVisits(
  tx: Tx,
  orgId: string,
  cases: Case[],
  available: readonly string[],
): Promise<Notice[]> {
  const targetsOf = await findTargets(tx, orgId, cases);
  const routes = cases.map((one): Route => {
    const { rules, known } = one;
    const targets = targetsOf(one);
    if (known) return chooseRoute(rules, known.values, targets);
    return { userIds: rules.routeRest ? targets.agents : [], attends: false };
  });
  const active = await activeUsers(
    tx,
    orgId,
    routes.flatMap(({ userIds }) => userIds),
  );
  const notices: Notice[] = [];
  for (const [index, { visit, rules }] of cases.entries()) {
    const { userIds = [], attends = false } = routes[index] ?? {};
    const told = userIds.filter((id) => active.has(id));
    const attendee = attends ? told.find((id) => available.includes(id)) : undefined;
    if (attendee !== undefined && visit.takenBy === null) await takeOn(tx, orgId, visit.id, attendee);
    if (rules.notifies) notices.push(...told.map((userId) => ({ visitId: visit.id, userId })));
  }
  return notices;
}
