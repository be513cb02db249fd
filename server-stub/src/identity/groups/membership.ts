import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';

/** A member of a group. */
interface Member {
  id: string;
  name: string;
  email: string;
}

/** Those of the groups that the organization has. */
export async function findGroups(db: Db, orgId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('user_group')
    .select('id')
    .where('org_id', '=', orgId)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Active users that the sources of a group come to, those of groups within groups too. */
export async function membersOfGroup(db: Db, orgId: string, groupId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    with recursive inside as (
      select ${groupId}::bigint as id
      union
      select s.source_id from user_group_source s join inside i on s.group_id = i.id
      where s.org_id = ${orgId} and s.type = 'groups'),
    source as (
      select s.type, s.source_id as id, s.with_below from user_group_source s join inside i on s.group_id = i.id
      where s.org_id = ${orgId}),
    roles as (
      select id, with_below from source where type = 'roles'
      union
      select r.id, true from role r join roles on roles.with_below and r.reporting_to = roles.id where r.org_id = ${orgId}),
    territories as (
      select id, with_below from source where type = 'territories'
      union
      select t.id, true from territory t join territories on territories.with_below and t.reporting_to = territories.id
      where t.org_id = ${orgId})
    select id, concat_ws(' ', first_name, last_name) as name, email from crm_user
    where org_id = ${orgId} and status = 'active' and (
      id in (select id from source where type = 'users')
      or role_id in (select id from roles)
      or id in (select tu.user_id from territory_user tu join territories t on tu.territory_id = t.id
        where tu.org_id = ${orgId}))
    order by id`.execute(db);
  return rows;
}

/** Groups that a user is in: directly, by role, by territory, by another group. */
export async function groupsOfUser(
  db: Db,
  orgId: string,
  userId: string,
): Promise<{ id: string; name: string; description: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; description: string | null }>`
    with recursive above_role as (
      select role_id as id, false as above from crm_user where org_id = ${orgId} and id = ${userId}
      union
      select r.reporting_to, true from role r join above_role a on r.id = a.id
      where r.org_id = ${orgId} and r.reporting_to is not null),
    above_territory as (
      select territory_id as id, false as above from territory_user where org_id = ${orgId} and user_id = ${userId}
      union
      select t.reporting_to, true from territory t join above_territory a on t.id = a.id
      where t.org_id = ${orgId} and t.reporting_to is not null),
    direct as (
      select group_id as id from user_group_source s where s.org_id = ${orgId} and (
        (s.type = 'users' and s.source_id = ${userId})
        or exists (select 1 from above_role a where s.type = 'roles' and s.source_id = a.id and (s.with_below or not a.above))
        or exists (select 1 from above_territory a
          where s.type = 'territories' and s.source_id = a.id and (s.with_below or not a.above)))),
    belongs as (
      select id from direct
      union
      select s.group_id from user_group_source s join belongs b on s.source_id = b.id
      where s.org_id = ${orgId} and s.type = 'groups')
    select g.id, g.name, g.description from user_group g join belongs b on b.id = g.id
    where g.org_id = ${orgId} order by g.id`.execute(db);
  return rows;
}
