import type { CrmRecord } from '@crm-elements/contract';
import type { PickedRecord } from '../events.js';

/** A record to choose, with what tells it from others of the same name. */
export interface RecordOption extends PickedRecord {
  detail?: string;
}

/** Where a name is, in modules of any kind; the first that holds text counts. */
const nameFields = [
  'Full_Name',
  'Deal_Name',
  'Subject',
  'Event_Title',
  'Product_Name',
  'Account_Name',
  'Name',
];
const detailFields = ['Email', 'Account_Name', 'Company', 'Website', 'Phone', 'Stage'];

/** Fields that a picker reads; a module answers those that it has. */
export const optionFields = [...new Set([...nameFields, ...detailFields])].join();

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const name = (value as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : '';
};

export function recordOption(record: CrmRecord): RecordOption {
  const nameField = nameFields.find((field) => typeof record[field] === 'string' && record[field]);
  const detailField = detailFields.find((field) => field !== nameField && textOf(record[field]));
  return {
    id: record.id,
    name: nameField ? textOf(record[nameField]) : record.id,
    ...(detailField && { detail: textOf(record[detailField]) }),
  };
}
