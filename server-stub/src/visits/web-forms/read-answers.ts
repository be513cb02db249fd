import type { WebForm } from '@crm-elements/contract';
import type { FieldError } from '../../platform/http/failure.js';
import { findField, type Field, type Module } from '../../records/index.js';

interface Answers {
  row: Record<string, unknown>;
  faults: FieldError[];
}

const numbers = new Set(['integer', 'double', 'currency', 'percent']);

/** What people type, as the field takes it; what is no number is left for the field to refuse. */
function toValue({ dataType }: Field, text: string): unknown {
  if (dataType === 'boolean') return /^(on|true|yes|1)$/i.test(text);
  return numbers.has(dataType) && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** Values of a form, by the fields that the form asks for; what it does not ask for is left out. */
export function readAnswers(
  module: Module,
  fields: WebForm['fields'],
  values: Readonly<Record<string, string>>,
): Answers {
  const row: Record<string, unknown> = {};
  const faults: FieldError[] = [];
  for (const { api_name: name, label, required } of fields) {
    const text = Object.hasOwn(values, name) ? (values[name] ?? '').trim() : '';
    const field = findField(module, name);
    if (!field) continue;
    if (text !== '') row[name] = toValue(field, text);
    else if (required || field.mandatory)
      faults.push({ path: `/values/${name}`, message: `${label} is missing.` });
  }
  return { row, faults };
}
