import type { CrmClient } from '@crm-elements/core';
import { ListStore } from '../shared/list-store.js';
import type { ListPage } from '../shared/list-state.js';
import { writtenId } from '../shared/written-id.js';
import { toUser, type User, type UserValues } from './user.js';

/** Which users a list is of. */
export type UserFilter = 'active' | 'inactive' | 'deleted';

const types = { active: 'ActiveUsers', inactive: 'DeactiveUsers', deleted: 'DeletedUsers' } as const;
const PAGE_SIZE = '200';

async function readUsers({ call }: CrmClient, type: string, page: number): Promise<ListPage<User>> {
  const answer = await call('GET /crm/v8/users', {
    query: { type, page: String(page), per_page: PAGE_SIZE },
  });
  return { rows: (answer?.users ?? []).map(toUser), hasMore: answer?.info.more_records ?? false };
}

/** Users of one kind, as far as they were read; writes them as well. */
export class UsersStore extends ListStore<User> {
  constructor(
    private readonly client: CrmClient,
    filter: UserFilter,
  ) {
    super((page) => readUsers(client, types[filter], page));
  }

  /** Adds an active user. @throws {CrmError} */
  async add(values: Partial<UserValues>): Promise<void> {
    const { users } = await this.client.call('POST /crm/v8/users', { body: { users: [{ ...values }] } });
    await this.#read(writtenId(users));
  }

  /** @throws {CrmError} */
  async update({ id }: User, changes: Partial<UserValues>): Promise<void> {
    await this.#send(id, { ...changes });
    await this.#read(id);
  }

  /** Shows at once that somebody may, or may no longer, sign in. @throws {CrmError} after it was taken back */
  setActive(user: User, isActive: boolean): Promise<void> {
    const row = { ...user, status: isActive ? 'active' : 'disabled' } as const;
    return this.propose(row, () => this.#send(user.id, { status: isActive ? 'active' : 'inactive' }));
  }

  /** @throws {CrmError} */
  async remove({ id }: User): Promise<void> {
    await this.client.call('DELETE /crm/v8/users/:id', { params: { id } });
    this.drop(id);
  }

  #send(id: string, row: Record<string, unknown>): Promise<unknown> {
    return this.client.call('PUT /crm/v8/users/:id', { params: { id }, body: { users: [row] } });
  }

  /** The write has succeeded: when it cannot be read back, the list is read anew. */
  async #read(id: string): Promise<void> {
    const params = { id };
    const answer = await this.client.call('GET /crm/v8/users/:id', { params }).catch(() => undefined);
    const row = answer?.users[0];
    if (row) this.put(toUser(row));
    else await this.refresh();
  }
}

/** Everybody who is not deleted, read to the end: for counting and choosing. */
export const createPeopleStore = (client: CrmClient): ListStore<User> =>
  new ListStore(async () => {
    const rows: User[] = [];
    for (let page = 1, hasMore = true; hasMore; page++) {
      const next = await readUsers(client, 'AllUsers', page);
      rows.push(...next.rows);
      hasMore = next.hasMore;
    }
    return { rows, hasMore: false };
  });

export const peopleKey = 'identity/people';
