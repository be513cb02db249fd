import { ANY_MODULE } from '../../fields/edit/editing.js';
import type { FieldDescription, ModuleMeta } from '../../fields/module-meta.js';

const targetOf = ({ lookup }: FieldDescription) => lookup.module?.api_name;

/**
 * The lookup by which rows of a related list belong to their record.
 * @param rows the module of the rows
 * @param module API name of the record's module
 * @returns undefined where rows are linked in another way
 */
export function linkField(rows: ModuleMeta, module: string, list: string): FieldDescription | undefined {
  const lookups = [...rows.fields.values()].filter(({ data_type: type }) => type === 'lookup');
  const fitting = lookups.filter((field) => targetOf(field) === module);
  const named = fitting.find(({ api_name: name }) => list === `${rows.apiName}_${name}`);
  return named ?? fitting[0] ?? lookups.find((field) => targetOf(field) === ANY_MODULE);
}

/** What a new row begins with, so that it belongs to the record. */
export const linkedTo = (
  field: FieldDescription,
  module: string,
  record: { id: string; name: string },
): Record<string, unknown> => ({
  [field.api_name]: targetOf(field) === ANY_MODULE ? { ...record, module: { api_name: module } } : record,
});
