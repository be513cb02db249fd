import type { WebForm, WebFormInput } from '@crm-elements/contract';
import { ReadStore, type CrmClient } from '@crm-elements/core';

/** The web forms of the organization, oldest first. Every write throws a `CrmError` when it is refused. */
export class WebFormsStore extends ReadStore<readonly WebForm[]> {
  constructor(private readonly client: CrmClient) {
    super(async () => (await client.call('GET /v1/web-forms')).data);
  }

  /** Makes a form, or changes the one with the id. */
  async save(id: string | undefined, body: WebFormInput): Promise<void> {
    const form = await (id === undefined
      ? this.client.call('POST /v1/web-forms', { body })
      : this.client.call('PUT /v1/web-forms/:id', { params: { id }, body }));
    const forms = this.state.value.data ?? [];
    this.take(id === undefined ? [...forms, form] : forms.map((one) => (one.id === id ? form : one)));
  }

  async remove(id: string): Promise<void> {
    await this.client.call('DELETE /v1/web-forms/:id', { params: { id } });
    this.take((this.state.value.data ?? []).filter((form) => form.id !== id));
  }
}
