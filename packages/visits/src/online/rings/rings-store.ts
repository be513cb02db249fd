import { parseCriteria, type Criteria } from '@crm-elements/contract/criteria';
import { ReadStore, type CrmClient } from '@crm-elements/core';

/** The criteria of the four rings, inmost first; null where everybody fits. */
export type Rings = readonly (Criteria | null)[];

export interface RingsState {
  rings: Rings;
  /** The same as text, as they are edited. */
  texts: readonly (string | null)[];
  defaults: readonly (string | null)[];
  /** Whether the reader may change them. */
  mayChange: boolean;
}

interface Answer {
  rings: (string | null)[];
  defaults: (string | null)[];
  may_change: boolean;
}

const toState = ({ rings, defaults, may_change: mayChange }: Answer): RingsState => ({
  rings: rings.map((text) => (text === null ? null : parseCriteria(text))),
  texts: rings,
  defaults,
  mayChange,
});

/** Which visitors stand in which ring, as the organization has it; read when it is first looked at. */
export class RingsStore extends ReadStore<RingsState> {
  constructor(private readonly client: CrmClient) {
    super(async () => toState(await client.call('GET /v1/visitor-rings')));
  }

  /** Changes the criteria for everybody. @throws {CrmError} */
  async save(texts: readonly (string | null)[]): Promise<void> {
    this.take(toState(await this.client.call('PUT /v1/visitor-rings', { body: { rings: [...texts] } })));
  }
}
