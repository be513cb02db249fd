import { CrmError, failed, loading, ready, Store, toCrmError } from '@crm-elements/core';
import type { CrmClient, Resource, Running } from '@crm-elements/core';

/** Who is signed in; read once for all elements of a client. */
export class CurrentUserStore implements Running {
  readonly state = new Store<Resource<string>>(loading);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    void this.#read();
    return () => undefined;
  }

  /** Asks again: a reader's retry. */
  refresh(): void {
    this.state.set(loading);
    void this.#read();
  }

  async #read(): Promise<void> {
    try {
      const answer = await this.client.call('GET /crm/v8/users', { query: { type: 'CurrentUser' } });
      const id = answer?.users[0]?.id;
      if (typeof id !== 'string')
        throw new CrmError('unauthorized', 'no_user', 'The token belongs to no user');
      this.state.set(ready(id));
    } catch (error) {
      this.state.set(failed<string>(toCrmError(error), undefined));
    }
  }
}
