import type { Field } from './field.js';
import { wrongType, type FieldType, type Reading } from './field-type.js';

const DECIMALS = 2;

/** Rounded to the field's places, as Zoho does with amounts. */
function readDecimal(value: unknown, field: Field, length: number): Reading {
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrongType(field);
  const decimals = field.decimalPlace ?? DECIMALS;
  const maximum = field.maxLength ?? length;
  if (Math.abs(value) >= 10 ** (maximum - decimals)) return { fault: { maximum_length: maximum } };
  return { stored: Number(value.toFixed(decimals)) + 0 };
}

const decimal = (length: number): FieldType => ({
  jsonType: 'double',
  length,
  sqlType: 'numeric',
  read: (value, field) => readDecimal(value, field, length),
});

export const numberTypes = {
  integer: {
    jsonType: 'integer',
    length: 9,
    sqlType: 'bigint',
    read(value, field) {
      if (!Number.isSafeInteger(value)) return wrongType(field);
      const maximum = field.maxLength ?? 9;
      return Math.abs(value as number) < 10 ** maximum
        ? { stored: (value as number) + 0 }
        : { fault: { maximum_length: maximum } };
    },
  },
  /** As text in JSON: JavaScript's numbers do not hold 18 digits. */
  bigint: {
    jsonType: 'string',
    length: 18,
    sqlType: 'bigint',
    read(value, field) {
      if (typeof value === 'number' ? !Number.isSafeInteger(value) : typeof value !== 'string')
        return wrongType(field);
      const digits = String(value);
      if (!/^-?\d{1,100}$/.test(digits)) return wrongType(field);
      const stored = String(BigInt(digits));
      const maximum = field.maxLength ?? 18;
      return stored.replace('-', '').length > maximum ? { fault: { maximum_length: maximum } } : { stored };
    },
  },
  double: decimal(16),
  currency: decimal(16),
  percent: decimal(5),
  boolean: {
    jsonType: 'boolean',
    length: 5,
    sqlType: 'boolean',
    read: (value, field) => (typeof value === 'boolean' ? { stored: value } : wrongType(field)),
  },
} satisfies Record<string, FieldType>;
