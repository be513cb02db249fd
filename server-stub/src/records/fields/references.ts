import { isId } from '../../crm-dialect/ids.js';
import { wrongType, type FieldType } from './field-type.js';

/** An id, or an object that carries one; whether it exists is checked for all rows of a write at once. */
const reference: FieldType = {
  jsonType: 'jsonobject',
  length: 120,
  sqlType: 'bigint',
  read(value, field) {
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
    return typeof id === 'string' && isId(id) ? { stored: id } : wrongType(field);
  },
};

export const referenceTypes = { lookup: reference, ownerlookup: reference };
