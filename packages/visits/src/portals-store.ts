import type { Portal } from '@crm-elements/contract';
import {
  type CrmError,
  failed,
  loading,
  ready,
  Store,
  type CrmClient,
  type Resource,
  type Running,
} from '@crm-elements/core';

/** The portals of the organization, read once. */
export class PortalsStore implements Running {
  readonly state = new Store<Resource<readonly Portal[]>>(loading);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    this.client.call('GET /v1/portals').then(
      ({ data }) => this.state.set(ready(data)),
      (error: unknown) => this.state.set(failed<readonly Portal[]>(error as CrmError, undefined)),
    );
    return () => undefined;
  }
}
