import type { CrmClient } from '@crm-elements/core';
import { ListStore } from '../shared/list-store.js';
import { writtenId } from '../shared/written-id.js';
import { toSummary, type ProfileSummary } from './profile.js';

export interface ProfileTexts {
  name: string;
  description: string;
}

export const profilesKey = 'identity/profiles';

/** The profiles of the organization. */
export class ProfilesStore extends ListStore<ProfileSummary> {
  constructor(private readonly client: CrmClient) {
    super(async () => {
      const answer = await client.call('GET /crm/v8/settings/profiles');
      return { rows: (answer?.profiles ?? []).map(toSummary), hasMore: false };
    });
  }

  /** Makes a profile that allows what another one does. @throws {CrmError} */
  async clone({ id }: ProfileSummary, texts: ProfileTexts): Promise<void> {
    const { profiles } = await this.client.call('POST /crm/v8/settings/profiles/:id/actions/clone', {
      params: { id },
      body: { profiles: [{ ...texts }] },
    });
    this.put({ id: writtenId(profiles), ...texts, isCustom: true });
  }

  /** Gives a profile another name or description. @throws {CrmError} */
  async rename(profile: ProfileSummary, texts: ProfileTexts): Promise<void> {
    await this.client.call('PATCH /crm/v8/settings/profiles/:id', {
      params: { id: profile.id },
      body: { profiles: [{ ...texts, description: texts.description || null }] },
    });
    this.put({ ...profile, ...texts });
  }

  /** Deletes a profile; its users get another one. @throws {CrmError} */
  async remove({ id }: ProfileSummary, transferTo: string): Promise<void> {
    await this.client.call('DELETE /crm/v8/settings/profiles/:id', {
      params: { id },
      query: { transfer_to: transferTo },
    });
    this.drop(id);
  }
}

export const createProfilesStore = (client: CrmClient): ProfilesStore => new ProfilesStore(client);
