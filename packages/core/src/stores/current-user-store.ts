import type { CrmClient } from '../client.js';
import { CrmError } from '../errors.js';
import { ReadStore } from './read-store.js';

/** Id of who is signed in; under the key `current-user`, read once for all elements of a client. */
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
