import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Cause, Context, Module } from '../module.js';

/** Topics of what happens to records; the key of an event is the record's id. */
export const RECORD_CREATED = 'record.created';
export const RECORD_UPDATED = 'record.updated';
export const RECORD_DELETED = 'record.deleted';

/** A lead has become a contact, whose id the payload has as `contactId`. */
export const LEAD_CONVERTED = 'lead.converted';

/** Kinds of automation that a write may run, `workflow`, ...; all when absent, none when empty. */
export type Trigger = string[] | undefined;

/** Old and new value of each field that changed, by API name, as stored. */
export type Changes = Record<string, { old: unknown; new: unknown }>;

/** What an event of a record carries. */
export interface RecordEvent {
  module: string;
  userId: string;
  trigger?: string[];
  changes?: Changes;
  cause?: Cause;
}

/** Tells other domains what happened to records, in the transaction of the change. */
export async function announceRecords(
  tx: Tx,
  { access, cause, silent }: Context,
  module: Module,
  topic: string,
  records: { id: string; changes?: Changes }[],
  trigger?: Trigger,
): Promise<void> {
  if (silent) return;
  await appendEvents(
    tx,
    records.map(({ id, changes }) => ({
      orgId: access.orgId,
      topic,
      key: id,
      payload: {
        module: module.apiName,
        userId: access.userId,
        ...(trigger && { trigger }),
        ...(changes && { changes }),
        ...(cause && { cause }),
      } satisfies RecordEvent,
    })),
  );
}
