import { ReadStore, type CrmClient } from '@crm-elements/core';
import { textOf, type ApiRow, type Named } from '../shared/named.js';
import { ListStore } from '../shared/list-store.js';
import { writtenId } from '../shared/written-id.js';
import { toApiRow, toGroup, type Group, type GroupValues } from './group.js';

const PAGE_SIZE = '200';

export const groupsKey = 'identity/groups';

/** The groups of the organization with their sources. */
export class GroupsStore extends ListStore<Group> {
  constructor(private readonly client: CrmClient) {
    super(async (page) => {
      const query = { page: String(page), per_page: PAGE_SIZE };
      const answer = await client.call('GET /crm/v8/settings/user_groups', { query });
      return {
        rows: (answer?.user_groups ?? []).map(toGroup),
        hasMore: answer?.info.more_records ?? false,
      };
    });
  }

  /** @throws {CrmError} */
  async add(values: GroupValues): Promise<void> {
    const body = { user_groups: [toApiRow(values)] };
    const answer = await this.client.call('POST /crm/v8/settings/user_groups', { body });
    this.put({ id: writtenId(answer.user_groups), ...values });
  }

  /** @throws {CrmError} */
  async update({ id }: Group, values: GroupValues): Promise<void> {
    const body = { user_groups: [toApiRow(values)] };
    await this.client.call('PUT /crm/v8/settings/user_groups/:id', { params: { id }, body });
    this.put({ id, ...values });
  }

  /** @throws {CrmError} */
  async remove({ id }: Group): Promise<void> {
    await this.client.call('DELETE /crm/v8/settings/user_groups/:id', { params: { id } });
    this.drop(id);
    // It has left the groups that it was in.
    await this.refresh();
  }
}

export const createGroupsStore = (client: CrmClient): GroupsStore => new GroupsStore(client);

/** An active user who belongs to a group. */
export interface Member extends Named {
  email: string;
}

const toMember = (row: ApiRow): Member => ({
  id: textOf(row.id),
  name: textOf(row.name),
  email: textOf(row.email),
});

/** Everybody that the sources of a group come to, those of groups within it too. */
export const createMembersStore = ({ call }: CrmClient, id: string): ReadStore<readonly Member[]> =>
  new ReadStore(async () => {
    const answer = await call('GET /crm/v8/settings/user_groups/:id/associated_users', { params: { id } });
    return (answer?.associated_users ?? []).map(toMember);
  });
