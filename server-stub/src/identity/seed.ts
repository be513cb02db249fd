import { hashToken } from '../platform/auth/hash-token.js';
import type { Tx } from '../platform/db/database.js';
import { nextId } from '../platform/ids.js';
import {
  ADMINISTRATOR,
  guestPermissions,
  STANDARD,
  standardModules,
  standardProfiles,
} from './standard-profiles.js';

const GUEST = 'Guest';
const profiles = { ...standardProfiles, [GUEST]: guestPermissions };

/** Roles from the top down, each under the one named. */
const roles = [
  { name: 'CEO', under: undefined },
  { name: 'Sales Manager', under: 'CEO' },
  { name: 'Sales Representative', under: 'Sales Manager' },
  { name: 'Support', under: 'CEO' },
] as const;

/** What people see of each other's only by the hierarchy of roles; the rest is public. */
const privateModules = ['Tasks'];

const users = [
  { key: 'admin', first: 'Ada', last: 'Martin', profile: ADMINISTRATOR, role: 'CEO' },
  { key: 'agent', first: 'Noah', last: 'Bernard', profile: STANDARD, role: 'Support' },
  { key: 'light', first: 'Lina', last: 'Haddad', profile: STANDARD, role: 'Support' },
  { key: 'guest', first: 'Gus', last: 'Olsen', profile: GUEST, role: 'Support' },
  { key: 'manager', first: 'Mona', last: 'Fischer', profile: STANDARD, role: 'Sales Manager' },
  { key: 'rep', first: 'Remy', last: 'Laurent', profile: STANDARD, role: 'Sales Representative' },
] as const;

type UserKey = (typeof users)[number]['key'];

export interface SeededOrg {
  orgId: string;
  /** Ids of the users by the part of their address before the @. */
  users: Record<UserKey, string>;
}

interface OrgSeed {
  name: string;
  domain: string;
  timeZone: string;
  /** Id of the OAuth client, its secret, and what the refresh tokens start with. */
  client: string;
  demo: boolean;
}

const SCOPES = ['modules', 'settings', 'users', 'org', 'coql', 'notifications'].map(
  (name) => `ZohoCRM.${name}.ALL`,
);
const scope = [...SCOPES, 'ZohoSearch.securesearch.READ'].join(',');

/** An organization with its profiles, roles, users, OAuth client and one refresh token a user. */
export async function seedOrg(tx: Tx, seed: OrgSeed): Promise<SeededOrg> {
  const orgId = nextId();
  await tx.insertInto('org').values({ org_id: orgId, name: seed.name, time_zone: seed.timeZone }).execute();
  await tx
    .insertInto('module_sharing')
    .values(
      standardModules.map((module) => ({
        org_id: orgId,
        module,
        share_type: privateModules.includes(module) ? 'private' : 'public',
      })),
    )
    .execute();
  const profileIds = await seedProfiles(tx, orgId);
  const roleIds = await seedRoles(tx, orgId);
  await tx
    .insertInto('oauth_client')
    .values({ id: seed.client, org_id: orgId, secret_hash: hashToken(seed.client), name: seed.name })
    .execute();
  const ids = Object.fromEntries(users.map(({ key }) => [key, nextId()])) as SeededOrg['users'];
  await tx
    .insertInto('crm_user')
    .values(
      users.map(({ key, first, last, profile, role }) => ({
        org_id: orgId,
        id: ids[key],
        email: `${key}@${seed.domain}`,
        first_name: first,
        last_name: last,
        profile_id: profileIds[profile] ?? '',
        role_id: roleIds[role] ?? '',
        status: 'active',
        time_zone: seed.timeZone,
        locale: 'en_US',
      })),
    )
    .execute();
  await tx
    .insertInto('refresh_token')
    .values(
      users.map(({ key }) => ({
        hash: hashToken(`${seed.client}-${key}`),
        org_id: orgId,
        client_id: seed.client,
        user_id: ids[key],
        scope,
        demo: seed.demo,
      })),
    )
    .execute();
  return { orgId, users: ids };
}

async function seedProfiles(tx: Tx, orgId: string): Promise<Record<string, string>> {
  const rows = Object.entries(profiles).map(([name, permissions]) => ({
    org_id: orgId,
    id: nextId(),
    name,
    custom: !(name in standardProfiles),
    permissions,
  }));
  await tx.insertInto('profile').values(rows).execute();
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

async function seedRoles(tx: Tx, orgId: string): Promise<Record<string, string>> {
  const ids = Object.fromEntries(roles.map(({ name }) => [name, nextId()]));
  await tx
    .insertInto('role')
    .values(
      roles.map(({ name, under }) => ({
        org_id: orgId,
        id: ids[name] ?? '',
        name,
        reporting_to: under === undefined ? null : (ids[under] ?? null),
      })),
    )
    .execute();
  return ids;
}
