import type { FieldDescription } from '@crm-elements/contract';
import { askableTypes } from '@crm-elements/contract/web-form-fields';
import { ReadStore, type CrmClient } from '@crm-elements/core';

/** The fields of a module that a form can ask for. */
export class ModuleFieldsStore extends ReadStore<readonly FieldDescription[]> {
  constructor(client: CrmClient, module: string) {
    super(async () => {
      const { fields } = await client.call('GET /crm/v8/settings/fields', { query: { module } });
      return fields.filter((field) => askableTypes.has(field.data_type) && !field.read_only);
    });
  }
}
