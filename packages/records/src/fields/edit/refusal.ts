import type { FieldDescription } from '../module-meta.js';
import type { CrmError } from '@crm-elements/core';
import type { Fault } from './fault.js';

/** A refused write: what is wrong, and with which field; without a field, with the write as a whole. */
export interface FieldRefusal {
  apiName: string | undefined;
  fault: Fault;
}

const typed = ['email', 'phone', 'website', 'date'] as const;

/** Turns the server's code and place (`details.api_name`, `json_path`) into a fault of the field. */
export function refusalOf(
  { code, details, kind }: CrmError,
  fields: ReadonlyMap<string, FieldDescription>,
): FieldRefusal {
  const named = details.api_name ?? placeIn(details.json_path);
  const field = typeof named === 'string' ? fields.get(named) : undefined;
  const fault = faultOf(code, details, field);
  if (fault) return { apiName: field?.api_name, fault };
  if (kind === 'offline' || kind === 'forbidden') return { apiName: undefined, fault: { code: kind } };
  return { apiName: field?.api_name, fault: { code: field ? 'invalid' : 'server' } };
}

/** `Email`, from `$.data[0].Email`. */
const placeIn = (path: unknown) =>
  typeof path === 'string' ? /\.([A-Za-z_]\w*)$/.exec(path)?.[1] : undefined;

function faultOf(
  code: string,
  { maximum_length: limit }: Readonly<Record<string, unknown>>,
  field: FieldDescription | undefined,
): Fault | undefined {
  switch (code) {
    case 'MANDATORY_NOT_FOUND':
      return { code: 'required' };
    case 'DUPLICATE_DATA':
      return { code: 'duplicate' };
    case 'NO_PERMISSION':
      return { code: 'forbidden' };
    case 'INVALID_DATA':
      if (!field) return undefined;
      if (typeof limit === 'number')
        return { code: field.json_type === 'string' ? 'tooLong' : 'digits', limit };
      if (field.data_type === 'lookup' || field.data_type === 'ownerlookup') return { code: 'gone' };
      return { code: typed.find((type) => type === field.data_type) ?? 'invalid' };
    default:
      return undefined;
  }
}
