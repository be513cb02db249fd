import type { FieldDescription } from '@crm-elements/contract';
import {
  failed,
  loading,
  ready,
  Store,
  toCrmError,
  type CrmClient,
  type Resource,
  type Running,
} from '@crm-elements/core';

/** The fields of a module, read once. */
export class FieldsStore implements Running {
  readonly state = new Store<Resource<readonly FieldDescription[]>>(loading);

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
  ) {}

  start(): () => void {
    this.refresh();
    return () => undefined;
  }

  /** Reads again: a reader's retry. */
  refresh(): void {
    this.state.set(loading);
    void this.#read();
  }

  async #read(): Promise<void> {
    try {
      const { fields } = await this.client.call('GET /crm/v8/settings/fields', {
        query: { module: this.module },
      });
      this.state.set(ready<readonly FieldDescription[]>(fields));
    } catch (error) {
      this.state.set(failed<readonly FieldDescription[]>(toCrmError(error), undefined));
    }
  }
}
