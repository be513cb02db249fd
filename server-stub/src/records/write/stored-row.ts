import { dataKey, type Field } from '../fields/index.js';
import { findField, type Module } from '../module.js';

const NAME_LENGTH = 255;

/** Writes values into `data`; what is emptied is not kept at all. */
export function mergeData(
  data: Record<string, unknown>,
  values: Map<Field, unknown>,
): Record<string, unknown> {
  const merged = { ...data };
  for (const [field, value] of values) {
    const key = dataKey(field);
    if (key !== undefined) merged[key] = value;
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

/** What a record is called: people by first and last name, others by the name field of their module. */
export function nameOf(module: Module, data: Record<string, unknown>): string {
  if (module.nameField === 'Full_Name') return [data.First_Name, data.Last_Name].filter(Boolean).join(' ');
  const field = module.nameField === undefined ? undefined : findField(module, module.nameField);
  const key = field && dataKey(field);
  const name = key === undefined ? undefined : data[key];
  return typeof name === 'string' ? name.slice(0, NAME_LENGTH) : '';
}
