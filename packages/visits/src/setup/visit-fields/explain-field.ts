import type { Formats } from '@crm-elements/core/lit';
import { toCrmError } from '@crm-elements/core';
import type { Refusal } from '../refusal.js';
import type { FieldWords } from './i18n/index.js';

interface Details {
  api_name?: string;
  minimum?: number;
  maximum?: number;
  maximum_length?: number;
  limit?: number;
}

/** Why the API refused a field, at the control that it is about; undefined where it is about no control. */
export function explainField(thrown: unknown, words: FieldWords, formats: Formats): Refusal | undefined {
  const { code, details } = toCrmError(thrown);
  const { api_name: property, minimum, maximum, maximum_length: longest, limit } = details as Details;
  const { faults } = words;
  const number = (value = 0) => formats.number(value);
  if (code === 'LIMIT_EXCEEDED') return { field: 'field_label', text: faults.limit(number(limit)) };
  if (code === 'DUPLICATE_DATA' && property === 'api_name')
    return { field: 'field_label', text: faults.taken };
  switch (property) {
    case 'field_label':
      return { field: property, text: faults.label(number(longest ?? 100)) };
    case 'length':
      return {
        field: property,
        text: maximum === undefined ? faults.decimals : faults.between(number(minimum), number(maximum)),
      };
    case 'decimal_place':
      return { field: property, text: faults.between(number(minimum), number(maximum ?? 9)) };
    case 'pick_list_values':
      if (code === 'DUPLICATE_DATA') return { field: property, text: faults.sameValue };
      return {
        field: property,
        text: longest === undefined ? faults.noValues : faults.longValue(number(longest)),
      };
    default:
      return undefined;
  }
}
