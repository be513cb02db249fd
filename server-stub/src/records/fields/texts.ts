import type { Field } from './field.js';
import { wrongType, type FieldType, type Reading } from './field-type.js';

const EMAIL = /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/;
const PHONE = /^[+(]?[\d][\d\s().+/-]{2,29}$/;
const DOMAIN = /^[^\s:/?#@.]+(\.[^\s:/?#@.]+)+([:/?#]\S*)?$/;

function readText(value: unknown, field: Field, length: number): Reading {
  if (typeof value !== 'string' || value.includes('\0')) return wrongType(field);
  const maximum = field.maxLength ?? length;
  if (value.length > maximum) return { fault: { maximum_length: maximum } };
  return { stored: value.toWellFormed() };
}

const text = (length: number, fits: (value: string) => boolean = () => true): FieldType => ({
  jsonType: 'string',
  length,
  sqlType: 'text',
  read(value, field) {
    const reading = readText(value, field, length);
    if ('fault' in reading) return reading;
    return fits(reading.stored as string) ? reading : wrongType(field);
  },
});

const isWebsite = (value: string) =>
  /^(https?|ftp):\/\//i.test(value) ? !/\s/.test(value) && URL.canParse(value) : DOMAIN.test(value);

export const textTypes = {
  text: text(255),
  textarea: text(32_000),
  email: text(100, (value) => EMAIL.test(value)),
  phone: text(30, (value) => PHONE.test(value)),
  website: text(450, isWebsite),
  /** Numbered by the server; never read from a request. */
  autonumber: text(60),
};
