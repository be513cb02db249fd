import type { FieldDescription } from '@crm-elements/contract';
import { ReadStore, type CrmClient } from '@crm-elements/core';

/** The fields of a module, read once. */
export class FieldsStore extends ReadStore<readonly FieldDescription[]> {
  constructor(client: CrmClient, module: string) {
    super(async () => (await client.call('GET /crm/v8/settings/fields', { query: { module } })).fields);
  }
}
