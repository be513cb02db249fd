import { parseCriteria, type Criteria } from '@crm-elements/contract/criteria';
import { ReadStore, type CrmClient } from '@crm-elements/core';

/** The criteria of the four rings, inmost first; null where everybody fits. */
export type Rings = readonly (Criteria | null)[];

/** Which visitors stand in which ring, as the organization has it; read when it is first looked at. */
export class RingsStore extends ReadStore<Rings> {
  constructor(client: CrmClient) {
    super(async () => {
      const { rings } = await client.call('GET /v1/visitor-rings');
      return rings.map((criteria) => (criteria === null ? null : parseCriteria(criteria)));
    });
  }
}
