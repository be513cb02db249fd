import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';

/** A custom field was made or changed; the key of the event is its id. */
export const FIELD_SAVED = 'field.saved';

/** What the event carries. */
export interface FieldSaved {
  module: string;
}

/** By then every node knows the field: what is told later is filled as it comes. */
const KNOWN_SECONDS = 1;

/** Tells other domains of a field, in the transaction of the change. */
export const announceField = (tx: Tx, orgId: string, module: string, fieldId: string): Promise<void> =>
  appendEvents(tx, [
    {
      orgId,
      topic: FIELD_SAVED,
      key: fieldId,
      payload: { module } satisfies FieldSaved,
      delaySeconds: KNOWN_SECONDS,
    },
  ]);
