import type { Portal } from '@crm-elements/contract';
import { ReadStore, type CrmClient } from '@crm-elements/core';

/** The portals of the organization, read once. */
export class PortalsStore extends ReadStore<readonly Portal[]> {
  constructor(client: CrmClient) {
    super(async () => (await client.call('GET /v1/portals')).data);
  }
}
