import { RECORDS_MAX_FIELDS, type CrmRecord } from '@crm-elements/contract';
import { CrmFailure } from '../../crm-dialect/failure.js';

/** API names of a list, `a,b`. @throws CrmFailure REQUIRED_PARAM_MISSING, LIMIT_EXCEEDED */
export function parseFields(text: string | undefined, needed: boolean): string[] | undefined {
  const fields = text
    ?.split(',')
    .map((field) => field.trim())
    .filter(Boolean);
  if (!fields?.length) {
    if (needed)
      throw new CrmFailure(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
        param_name: 'fields',
      });
    return undefined;
  }
  if (fields.length > RECORDS_MAX_FIELDS)
    throw new CrmFailure(400, 'LIMIT_EXCEEDED', 'at most 50 fields can be asked for', {
      param_name: 'fields',
      limit: RECORDS_MAX_FIELDS,
    });
  return fields;
}

/** The record with the fields that were asked for; the id is always there. */
export function pick(record: CrmRecord, fields: string[] | undefined): CrmRecord {
  if (!fields) return record;
  const chosen = fields
    .filter((field) => Object.hasOwn(record, field))
    .map((field) => [field, record[field]]);
  return { ...(Object.fromEntries(chosen) as Record<string, unknown>), id: record.id };
}
