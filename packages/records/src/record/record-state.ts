import type { CrmRecord } from '@crm-elements/contract';
import { failed, loading, ready, type CrmError, type Resource } from '@crm-elements/core';

/** Values of fields by API name. */
export type Values = Readonly<Record<string, unknown>>;

export type RecordChange =
  | { type: 'read'; record: CrmRecord; isLost: boolean }
  /** Fields that a person has changed, and what the server added to them. */
  | { type: 'written'; values: Values }
  | { type: 'failed'; error: CrmError }
  /** The live link was lost, or is back. */
  | { type: 'link'; isLost: boolean };

/** A record with what is known of it. */
export function reduceRecord(state: Resource<CrmRecord>, change: RecordChange): Resource<CrmRecord> {
  const { data } = state;
  switch (change.type) {
    case 'read':
      return ready(isOlder(change.record, data) && data ? data : change.record, change.isLost);
    case 'written':
      return data ? { ...state, data: { ...data, ...change.values } } : state;
    case 'failed':
      return failed(change.error, change.error.kind === 'forbidden' ? undefined : data);
    case 'link':
      return data ? { ...state, stale: change.isLost } : state;
  }
}

export const initial: Resource<CrmRecord> = loading;

const timeOf = (record: CrmRecord | undefined) => Date.parse(String(record?.Modified_Time));

/** A read that was under way while a write was answered tells of before. */
const isOlder = (record: CrmRecord, known: CrmRecord | undefined) => timeOf(record) < timeOf(known);
