import { dataKey, fieldTypes, type Field } from '../fields/index.js';
import type { Module } from '../module.js';

/** Labels that are the same to a field: case and spaces around them do not count. */
export const labelKey = (label: string): string => label.trim().toLowerCase();

/** A page knows texts where a field wants a number. */
function fit(value: unknown, { dataType, maxLength }: Field): unknown {
  const { sqlType, jsonType, length } = fieldTypes[dataType];
  if (sqlType === 'text' && jsonType === 'string') return String(value).slice(0, maxLength ?? length);
  if (typeof value !== 'string') return value;
  if (sqlType === 'numeric' || dataType === 'integer') return value.trim() === '' ? undefined : Number(value);
  if (sqlType === 'boolean') return { true: true, false: false }[labelKey(value)];
  return value;
}

/** What a field keeps of a value that a site told; undefined: it does not fit the field's type. */
export function fitToField(value: unknown, field: Field): unknown {
  const reading = fieldTypes[field.dataType].read(fit(value, field), field);
  return 'stored' in reading ? reading.stored : undefined;
}

/**
 * What values of a site mean for the custom fields of a module: a field takes the value of its label, whatever the
 * case. What does not fit the field's type is left out.
 * @returns values by their keys in `data`
 */
export function valuesByLabel(module: Module, values: Record<string, unknown>): Record<string, unknown> {
  const told = new Map(Object.entries(values).map(([name, value]) => [labelKey(name), value]));
  const data: Record<string, unknown> = {};
  for (const field of module.fields) {
    const key = dataKey(field);
    const value = told.get(labelKey(field.label));
    if (!field.custom || key === undefined || value === undefined) continue;
    const stored = fitToField(value, field);
    if (stored !== undefined) data[key] = stored;
  }
  return data;
}
