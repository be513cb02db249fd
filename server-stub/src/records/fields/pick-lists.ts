import { wrongType, type FieldType } from './field-type.js';
import type { Field } from './field.js';

const knows = ({ pickList = [] }: Field, value: unknown): value is string =>
  typeof value === 'string' && pickList.includes(value);

export const pickListTypes = {
  picklist: {
    jsonType: 'string',
    length: 120,
    sqlType: 'text',
    read: (value, field) => (knows(field, value) ? { stored: value } : wrongType(field)),
  },
  multiselectpicklist: {
    jsonType: 'jsonarray',
    length: 1_000,
    sqlType: 'jsonb',
    read: (value, field) =>
      Array.isArray(value) && value.every((each) => knows(field, each))
        ? { stored: [...new Set(value)] }
        : wrongType(field),
  },
} satisfies Record<string, FieldType>;
