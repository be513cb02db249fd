import { ReadStore, type CrmClient } from '@crm-elements/core';

export const severalUsersKey = 'identity/several-users';

/** Whether more than one active user is there: only then are there profiles to tell apart. */
export const createSeveralUsersStore = ({ call }: CrmClient): ReadStore<boolean> =>
  new ReadStore(async () => {
    const answer = await call('GET /crm/v8/users', { query: { type: 'ActiveUsers', per_page: '2' } });
    return (answer?.users.length ?? 0) > 1;
  });
