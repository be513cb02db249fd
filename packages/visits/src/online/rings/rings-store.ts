import { parseCriteria, type Criteria } from '@crm-elements/contract/criteria';
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

/** The criteria of the four rings, inmost first; null where everybody fits. */
export type Rings = readonly (Criteria | null)[];

/** Which visitors stand in which ring, as the organization has it; read when it is first looked at. */
export class RingsStore implements Running {
  readonly state = new Store<Resource<Rings>>(loading);

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    void this.refresh();
    return () => undefined;
  }

  async refresh(): Promise<void> {
    try {
      const { rings } = await this.client.call('GET /v1/visitor-rings');
      this.state.set(ready(rings.map((criteria) => (criteria === null ? null : parseCriteria(criteria)))));
    } catch (error) {
      this.state.set(failed<Rings>(toCrmError(error), undefined));
    }
  }
}
