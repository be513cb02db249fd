import type { FieldDescription } from '@crm-elements/contract';
import { Store, type CrmClient, type Running } from '@crm-elements/core';

/** The fields that rules compare, read once; undefined until they are known. */
export class VisitorFieldsStore implements Running {
  readonly state = new Store<readonly FieldDescription[] | undefined>(undefined);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    this.client.call('GET /v1/visitor-fields').then(
      ({ fields }) => this.state.set(fields),
      // The rules can be read and ordered without; they cannot be read either when this lasts.
      () => undefined,
    );
    return () => undefined;
  }
}
