import type { WriteRow } from '@crm-elements/contract';
import { rowError } from '../../crm-dialect/failure.js';
import { fieldTypes, type Field } from '../fields/index.js';
import type { Module } from '../module.js';

/** A row of a write, as it came. */
export type InputRow = Record<string, unknown>;

/** A row of a write on its way: what it sets, or what is wrong with it. */
export interface Draft {
  index: number;
  row: InputRow;
  /** Values to store by field; null empties a field. */
  values: Map<Field, unknown>;
  fault?: WriteRow;
}

/** Where a value stood in the request. */
export const place = (field: Pick<Field, 'apiName'>, index: number) => ({
  api_name: field.apiName,
  json_path: `$.data[${index}].${field.apiName}`,
});

const isEmpty = (value: unknown, { dataType }: Field): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (dataType === 'picklist' && value === '-None-');

/**
 * Reads one row of a write; the first thing wrong is told, and unknown names are ignored, as Zoho does.
 * @param complete whether fields that are missing count as empty: an insert, not an update
 */
export function readDraft(module: Module, row: InputRow, index: number, complete: boolean): Draft {
  const draft: Draft = { index, row, values: new Map() };
  for (const field of module.fields) {
    if (field.readOnly || field.dataType === 'autonumber') continue;
    const value = Object.hasOwn(row, field.apiName) ? row[field.apiName] : undefined;
    const fault = readValue(draft, field, value, complete);
    if (fault) return { ...draft, fault };
  }
  return draft;
}

function readValue(
  { values, index }: Draft,
  field: Field,
  value: unknown,
  complete: boolean,
): WriteRow | undefined {
  if (isEmpty(value, field)) {
    const told = complete || value !== undefined;
    if (field.mandatory && told)
      return rowError('MANDATORY_NOT_FOUND', 'required field not found', place(field, index));
    if (told && 'key' in field.kept) values.set(field, null);
    return undefined;
  }
  const reading = fieldTypes[field.dataType].read(value, field);
  if ('fault' in reading)
    return rowError('INVALID_DATA', 'invalid data', { ...reading.fault, ...place(field, index) });
  values.set(field, reading.stored);
  return undefined;
}

export const sound = (drafts: Draft[]): Draft[] => drafts.filter(({ fault }) => !fault);
