import type { FieldDescription, FieldInput, ToldField, ToldFields } from '@crm-elements/contract';
import { ReadStore, type CrmClient } from '@crm-elements/core';

/** The custom fields of visits, and what the sites tell. */
export interface VisitFields {
  fields: readonly FieldDescription[];
  told: ToldFields;
}

/** What a form is about: a field, or what was told and has none. */
export type FieldSubject = FieldDescription | ToldField;

const query = { module: 'Visits' };

/** Every write throws a `CrmError` when it is refused. */
export class VisitFieldsStore extends ReadStore<VisitFields> {
  constructor(private readonly client: CrmClient) {
    super(async () => {
      const [{ fields }, told] = await Promise.all([
        client.call('GET /crm/v8/settings/fields', { query }),
        client.call('GET /v1/told-fields'),
      ]);
      return { fields: fields.filter((field) => field.custom_field), told };
    });
  }

  /** Makes a field, or changes the one with the id; then all is read anew. */
  async save(id: string | undefined, field: FieldInput): Promise<void> {
    const body = { fields: [field] };
    if (id === undefined) await this.client.call('POST /crm/v8/settings/fields', { query, body });
    else await this.client.call('PATCH /crm/v8/settings/fields/:id', { params: { id }, query, body });
    await this.refresh();
  }

  async remove(id: string): Promise<void> {
    await this.client.call('DELETE /crm/v8/settings/fields/:id', { params: { id }, query });
    await this.refresh();
  }
}
