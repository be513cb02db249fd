import { sql } from 'kysely';
import { findPeople, membersOfGroup } from '../../../identity/index.js';
import type { Tx } from '../../../platform/db/database.js';
import { findOwners } from '../../../records/index.js';
import type { Targets } from './choose-route.js';
import type { Case, ConsideredVisit } from './read-cases.js';

/** Tells for each visit whom the words of the rules stand for; reads only what some rule asks for. */
export async function findTargets(tx: Tx, orgId: string, cases: Case[]): Promise<(one: Case) => Targets> {
  const visits = cases.map(({ visit }) => visit);
  const routing = [...new Set(cases.map(({ rules }) => rules))].flatMap((rules) => rules.routing);
  const asks = (to: (typeof routing)[number]['route_to']) => routing.some((rule) => rule.route_to === to);
  const members = new Map<string, string[]>();
  for (const id of new Set(routing.flatMap((rule) => (rule.route_to === 'named' ? rule.group_ids : []))))
    members.set(
      id,
      (await membersOfGroup(tx, orgId, id)).map((member) => member.id),
    );
  const owners = asks('owner')
    ? await findOwners(
        tx,
        orgId,
        visits.flatMap((visit) => visit.recordId ?? []),
      )
    : new Map<string, string>();
  const attendees = asks('last_attendee')
    ? await lastAttendees(tx, orgId, visits)
    : new Map<string, string>();
  return ({ rules: { agents }, visit: { visitorId, recordId } }) => ({
    agents,
    members,
    owner: recordId === null ? undefined : owners.get(recordId),
    lastAttendee: attendees.get(visitorId),
  });
}

/** Who attended each visitor last, by the visitor. */
async function lastAttendees(tx: Tx, orgId: string, visits: ConsideredVisit[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ visitor_id: string; taken_by: string }>`
    select distinct on (visitor_id) visitor_id, taken_by from visit
    where org_id = ${orgId} and visitor_id = any(${visits.map((visit) => visit.visitorId)}::bigint[]) and taken_by is not null
    order by visitor_id, id desc`.execute(tx);
  return new Map(rows.map((row) => [row.visitor_id, row.taken_by]));
}

/** Those of the users who are active. */
export async function activeUsers(tx: Tx, orgId: string, ids: string[]): Promise<ReadonlySet<string>> {
  return new Set((await findPeople(tx, orgId, ids)).keys());
}
