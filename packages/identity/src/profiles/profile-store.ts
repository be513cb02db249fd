import { CrmError, ReadStore, type CrmClient } from '@crm-elements/core';
import { isGiven, type PermissionDraft } from './permission-draft.js';
import { toProfile, type Permission, type Profile } from './profile.js';

async function readProfile({ call }: CrmClient, id: string): Promise<Profile> {
  const answer = await call('GET /crm/v8/settings/profiles/:id', { params: { id } });
  const row = answer?.profiles[0];
  if (!row) throw new CrmError('not_found', 'no_profile', 'The profile is not there.');
  return toProfile(row);
}

const withChange = (permission: Permission, draft: PermissionDraft): Permission => ({
  ...permission,
  isEnabled: isGiven(permission, draft),
});

/** One profile with its permissions. */
export class ProfileStore extends ReadStore<Profile> {
  constructor(
    private readonly client: CrmClient,
    private readonly id: string,
  ) {
    super(() => readProfile(client, id));
  }

  /** Sends what is changed. @throws {CrmError} */
  async save(draft: PermissionDraft): Promise<void> {
    const changes = [...draft].map(([id, enabled]) => ({ id, enabled }));
    await this.client.call('PATCH /crm/v8/settings/profiles/:id', {
      params: { id: this.id },
      body: { profiles: [{ permissions_details: changes }] },
    });
    const { data } = this.state.value;
    if (data) this.take({ ...data, permissions: data.permissions.map((one) => withChange(one, draft)) });
    // The server may have changed more than was asked for.
    await this.refresh();
  }
}
