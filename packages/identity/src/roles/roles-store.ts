import type { CrmClient } from '@crm-elements/core';
import { ListStore } from '../shared/list-store.js';
import { toRole, type Role } from './role.js';

/** What is written of a role, by the names of the API. */
export interface RoleValues {
  name: string;
  description: string;
  reporting_to: string;
  share_with_peers: boolean;
}

export const rolesKey = 'identity/roles';

/** The roles of the organization. */
export class RolesStore extends ListStore<Role> {
  constructor(private readonly client: CrmClient) {
    super(async () => {
      const answer = await client.call('GET /crm/v8/settings/roles');
      return { rows: (answer?.roles ?? []).map(toRole), hasMore: false };
    });
  }

  /** @throws {CrmError} */
  async add(values: RoleValues): Promise<void> {
    await this.client.call('POST /crm/v8/settings/roles', { body: { roles: [{ ...values }] } });
    await this.refresh();
  }

  /** @throws {CrmError} */
  async update({ id }: Role, changes: Partial<RoleValues>): Promise<void> {
    const body = { roles: [{ ...changes }] };
    await this.client.call('PUT /crm/v8/settings/roles/:id', { params: { id }, body });
    await this.refresh();
  }

  /** Deletes a role; its users and the roles right below it go to another one. @throws {CrmError} */
  async remove({ id }: Role, transferTo: string): Promise<void> {
    await this.client.call('DELETE /crm/v8/settings/roles/:id', {
      params: { id },
      query: { transfer_to_id: transferTo },
    });
    await this.refresh();
  }
}

export const createRolesStore = (client: CrmClient): RolesStore => new RolesStore(client);
