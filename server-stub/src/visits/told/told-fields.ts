import type { ToldField } from '@crm-elements/contract';
import { fitToField, labelKey, type Module } from '../../records/index.js';
import { isOfPerson } from '../identify/read-values.js';
import { guessType } from './guess-type.js';
import type { ToldValue } from './read-told.js';

const MAX_LABELS = 200;
const MAX_VALUES = 10;
/** Proofs of who a visitor is are nobody's business, and no details of the visitor. */
const proofs = new Set(['jwt', 'hash']);

/** What was told, by label, with the custom fields that take it. @param told the last one first */
export function describeTold(told: readonly ToldValue[], module: Module): ToldField[] {
  const groups = new Map<string, ToldValue[]>();
  for (const one of told) {
    const key = labelKey(one.label);
    if (key === '' || proofs.has(key)) continue;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].slice(0, MAX_LABELS).map(([key, values]) => describe(key, values, module));
}

function describe(key: string, told: readonly ToldValue[], { fields }: Module): ToldField {
  const [last] = told as [ToldValue];
  const values = told.map(({ value }) => value);
  return {
    label: last.label.trim(),
    values: [...new Set(values)].slice(0, MAX_VALUES),
    told_at: last.at.toISOString(),
    data_type: guessType(values),
    is_person: isOfPerson(last.label),
    fields: fields
      .filter(({ custom, label }) => custom && labelKey(label) === key)
      .map((field) => ({ id: field.id, fits: fitToField(last.value, field) !== undefined })),
  };
}
