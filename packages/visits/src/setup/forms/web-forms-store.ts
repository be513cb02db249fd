import type { WebForm, WebFormInput } from '@crm-elements/contract';
import { failed, loading, ready, Store, toCrmError } from '@crm-elements/core';
import type { CrmClient, Resource, Running } from '@crm-elements/core';

/** The web forms of the organization, oldest first. Every write throws a `CrmError` when it is refused. */
export class WebFormsStore implements Running {
  readonly state = new Store<Resource<readonly WebForm[]>>(loading);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    void this.refresh();
    return () => undefined;
  }

  /** Reads them anew. A failure is told in the state. */
  async refresh(): Promise<void> {
    try {
      const { data } = await this.client.call('GET /v1/web-forms');
      this.state.set(ready<readonly WebForm[]>(data));
    } catch (error) {
      this.state.set(failed(toCrmError(error), this.state.value.data));
    }
  }

  /** Makes a form, or changes the one with the id. */
  async save(id: string | undefined, body: WebFormInput): Promise<void> {
    const form = await (id === undefined
      ? this.client.call('POST /v1/web-forms', { body })
      : this.client.call('PUT /v1/web-forms/:id', { params: { id }, body }));
    const forms = this.state.value.data ?? [];
    this.state.set(
      ready(id === undefined ? [...forms, form] : forms.map((one) => (one.id === id ? form : one))),
    );
  }

  async remove(id: string): Promise<void> {
    await this.client.call('DELETE /v1/web-forms/:id', { params: { id } });
    this.state.set(ready((this.state.value.data ?? []).filter((form) => form.id !== id)));
  }
}
