import { userTypes, type UserType } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { offsetOf, type Page } from '../crm/page.js';
import { EVERYTHING } from '../permissions.js';
import { selectUsers, toUsers, type UserRow } from './user-row.js';

/** Which users are wanted. */
export interface UserFilter {
  type: UserType;
  ids?: string[] | undefined;
  /** For the types that go by roles; else the role of whoever asks. */
  roleId?: string | undefined;
}

/** @throws CrmFailure INVALID_DATA */
export function parseUserType(text = 'AllUsers'): UserType {
  const type = userTypes.find((each) => each.toLowerCase() === text.toLowerCase());
  if (!type)
    throw new CrmFailure(400, 'INVALID_DATA', 'the type given is not valid', {
      param_name: 'type',
      supported_values: userTypes,
    });
  return type;
}

const all = sql`u.status <> 'deleted'`;
const active = sql`u.status = 'active'`;
const administrators = sql`${EVERYTHING} = any(p.permissions)`;

function condition({ type, roleId }: UserFilter, orgId: string, userId: string): RawBuilder<unknown> {
  const role = roleId
    ? sql`${roleId}::bigint`
    : sql`(select role_id from crm_user where org_id = ${orgId} and id = ${userId})`;
  const below = sql`${active} and u.role_id in (
    with recursive below as (
      select id from role where org_id = ${orgId} and reporting_to = ${role}
      union select r.id from role r join below on r.reporting_to = below.id where r.org_id = ${orgId})
    select id from below)`;
  const conditions: Record<UserType, RawBuilder<unknown>> = {
    AllUsers: all,
    ActiveUsers: active,
    AllActiveUsers: active,
    DeactiveUsers: sql`u.status = 'disabled'`,
    ActiveAndDeactive: all,
    ConfirmedUsers: all,
    NotConfirmedUsers: sql`false`,
    DeletedUsers: sql`u.status = 'deleted'`,
    ActiveConfirmedUsers: active,
    AdminUsers: sql`${all} and ${administrators}`,
    ActiveConfirmedAdmins: sql`${active} and ${administrators}`,
    CurrentUser: sql`u.id = ${userId}`,
    ChildRoleUsers: sql`${active} and u.role_id in (
      select id from role where org_id = ${orgId} and reporting_to = ${role})`,
    SubordinateRoleUsers: below,
    ParentRoleUsers: sql`${active} and u.role_id = (
      select reporting_to from role where org_id = ${orgId} and id = ${role})`,
  };
  return conditions[type];
}

/** A page of users in the order of their ids, one more than it holds if there are more. */
export async function listUsers(
  db: Db,
  { orgId, userId }: { orgId: string; userId: string },
  filter: UserFilter,
  page: Page,
): Promise<Record<string, unknown>[]> {
  const ids = filter.ids ? sql`and u.id = any(${filter.ids}::bigint[])` : sql``;
  const { rows } = await sql<UserRow>`
    ${selectUsers} where u.org_id = ${orgId} and ${condition(filter, orgId, userId)} ${ids}
    order by u.id limit ${page.size + 1} offset ${offsetOf(page)}`.execute(db);
  return toUsers(db, orgId, rows);
}

/** A user, deleted ones too. */
export async function readUser(
  db: Db,
  orgId: string,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  const { rows } = await sql<UserRow>`
    ${selectUsers} where u.org_id = ${orgId} and u.id = ${id}`.execute(db);
  return (await toUsers(db, orgId, rows))[0];
}
