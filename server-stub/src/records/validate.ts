import type { WriteRow } from '@crm-elements/contract';
import { rowError } from './errors.js';
import type { Field } from './module.js';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/;
const PHONE = /^[+(]?[\d][\d\s().+/-]{2,29}$/;

type Fields = Record<string, unknown>;

function typeFault(field: Field, value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'string') return { expected_data_type: field.dataType };
  if (value.includes('\0')) return { expected_data_type: field.dataType };
  if (field.maxLength !== undefined && value.length > field.maxLength)
    return { maximum_length: field.maxLength };
  if (field.dataType === 'email' && !EMAIL.test(value)) return { expected_data_type: 'email' };
  if (field.dataType === 'phone' && !PHONE.test(value)) return { expected_data_type: 'phone' };
  return undefined;
}

/** Checks one row of a write; the first thing wrong is told, as Zoho does. */
export function validate(fields: Field[], row: Fields, index: number): WriteRow | undefined {
  for (const field of fields) {
    const value = row[field.apiName];
    const where = { api_name: field.apiName, json_path: `$.data[${index}].${field.apiName}` };
    if (value === undefined || value === null || value === '') {
      if (field.mandatory) return rowError('MANDATORY_NOT_FOUND', 'required field not found', where);
      continue;
    }
    const fault = typeFault(field, value);
    if (fault) return rowError('INVALID_DATA', 'invalid data', { ...fault, ...where });
  }
  return undefined;
}

/** The known, non-empty fields of a row, well-formed. Unknown names are ignored, as Zoho does. */
export function known(fields: Field[], row: Fields): Record<string, string> {
  const entries = fields.flatMap(({ apiName }) => {
    const value = row[apiName];
    return typeof value === 'string' && value !== '' ? [[apiName, value.toWellFormed()]] : [];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}
