import { hashToken } from '../platform/auth/tokens.js';
import type { Tx } from '../platform/db/database.js';
import { nextId } from '../platform/ids.js';

const modules = ['Leads', 'Contacts', 'Visits', 'Actions_Performed'];
const all = (actions: string[]) =>
  modules.flatMap((module) => actions.map((action) => `${module}.${action}`));

const profiles = {
  Administrator: ['*'],
  Standard: [
    ...all(['view']),
    'Leads.create',
    'Leads.edit',
    'Contacts.create',
    'Contacts.edit',
    'Social Profiles',
    'Social Tab',
    'Visits.command',
    'Chat.attend',
  ],
  Guest: ['Leads.view', 'Contacts.view'],
} as const;

const users = [
  { key: 'admin', first: 'Ada', last: 'Martin', profile: 'Administrator' },
  { key: 'agent', first: 'Noah', last: 'Bernard', profile: 'Standard' },
  { key: 'light', first: 'Lina', last: 'Haddad', profile: 'Standard' },
  { key: 'guest', first: 'Gus', last: 'Olsen', profile: 'Guest' },
] as const;

export interface SeededOrg {
  orgId: string;
  /** Ids of the users by the part of their address before the @. */
  users: Record<(typeof users)[number]['key'], string>;
}

interface OrgSeed {
  name: string;
  domain: string;
  timeZone: string;
  /** Id of the OAuth client, its secret, and what the refresh tokens start with. */
  client: string;
  demo: boolean;
}

/** An organization with its profiles, users, OAuth client and one refresh token a user. */
export async function seedOrg(tx: Tx, seed: OrgSeed): Promise<SeededOrg> {
  const orgId = nextId();
  await tx.insertInto('org').values({ org_id: orgId, name: seed.name, time_zone: seed.timeZone }).execute();
  const profileIds = Object.fromEntries(Object.keys(profiles).map((name) => [name, nextId()]));
  await tx
    .insertInto('profile')
    .values(
      Object.entries(profiles).map(([name, permissions]) => ({
        org_id: orgId,
        id: profileIds[name] ?? '',
        name,
        permissions: [...permissions],
      })),
    )
    .execute();
  await tx
    .insertInto('oauth_client')
    .values({ id: seed.client, org_id: orgId, secret_hash: hashToken(seed.client) })
    .execute();
  const ids = {} as SeededOrg['users'];
  for (const user of users) {
    const id = (ids[user.key] = nextId());
    await tx
      .insertInto('crm_user')
      .values({
        org_id: orgId,
        id,
        email: `${user.key}@${seed.domain}`,
        first_name: user.first,
        last_name: user.last,
        profile_id: profileIds[user.profile] ?? '',
        status: 'active',
      })
      .execute();
    await tx
      .insertInto('refresh_token')
      .values({
        hash: hashToken(`${seed.client}-${user.key}`),
        org_id: orgId,
        client_id: seed.client,
        user_id: id,
        scope: 'ZohoCRM.modules.ALL,ZohoCRM.settings.ALL,ZohoCRM.users.ALL,ZohoCRM.org.ALL',
        demo: seed.demo,
      })
      .execute();
  }
  return { orgId, users: ids };
}
