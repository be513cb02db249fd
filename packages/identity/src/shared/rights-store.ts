import { CrmError, ReadStore, type CrmClient } from '@crm-elements/core';
import { toUser, type User } from '../users/user.js';
import type { ApiRow } from './named.js';

/** A right of a profile that is asked for here. */
export type Right = 'Manage_Users' | 'Manage_Profiles' | 'Manage_Groups' | 'Manage_Roles';

/** Who is signed in, and what their profile allows. */
export interface Rights {
  me: User;
  may(right: Right): boolean;
}

const PREFIX = 'Crm_Implied_';

export const rightsKey = 'identity/rights';

export const createRightsStore = (client: CrmClient): ReadStore<Rights> =>
  new ReadStore(() => readRights(client));

async function readRights({ call }: CrmClient): Promise<Rights> {
  const answer = await call('GET /crm/v8/users', { query: { type: 'CurrentUser' } });
  const row = answer?.users[0];
  if (!row) throw new CrmError('unauthorized', 'no_user', 'Nobody is signed in.');
  const me = toUser(row);
  const read = await call('GET /crm/v8/settings/profiles/:id', { params: { id: me.profile.id } });
  const permissions = (read?.profiles[0]?.permissions_details ?? []) as ApiRow[];
  const granted = new Set(permissions.filter(({ enabled }) => enabled === true).map(({ name }) => name));
  return { me, may: (right) => granted.has(PREFIX + right) };
}
