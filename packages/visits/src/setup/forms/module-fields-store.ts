import type { FieldDescription } from '@crm-elements/contract';
import { failed, loading, ready, Store, toCrmError } from '@crm-elements/core';
import type { CrmClient, Resource, Running } from '@crm-elements/core';

/** Types of fields that a form on a site can ask for. */
const askable = new Set([
  'text',
  'textarea',
  'email',
  'phone',
  'website',
  'picklist',
  'integer',
  'double',
  'currency',
  'percent',
  'boolean',
  'date',
]);

/** The fields of a module that a form can ask for. */
export class ModuleFieldsStore implements Running {
  readonly state = new Store<Resource<readonly FieldDescription[]>>(loading);

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
  ) {}

  start(): () => void {
    void this.refresh();
    return () => undefined;
  }

  /** Reads them anew. A failure is told in the state. */
  async refresh(): Promise<void> {
    try {
      const { fields } = await this.client.call('GET /crm/v8/settings/fields', {
        query: { module: this.module },
      });
      const asked = fields.filter((field) => askable.has(field.data_type) && !field.read_only);
      this.state.set(ready<readonly FieldDescription[]>(asked));
    } catch (error) {
      this.state.set(failed(toCrmError(error), this.state.value.data));
    }
  }
}
