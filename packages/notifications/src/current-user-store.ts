import { CrmError, ReadStore, type CrmClient } from '@crm-elements/core';

/** Who is signed in; read once for all elements of a client. */
export class CurrentUserStore extends ReadStore<string> {
  constructor(client: CrmClient) {
    super(async () => {
      const answer = await client.call('GET /crm/v8/users', { query: { type: 'CurrentUser' } });
      const id = answer?.users[0]?.id;
      if (typeof id !== 'string')
        throw new CrmError('unauthorized', 'no_user', 'The token belongs to no user');
      return id;
    });
  }
}
