import type { Field, FieldSpec } from '../fields/index.js';
import { stableId } from '../stable-id.js';

const columns: (FieldSpec & { column: string })[] = [
  { apiName: 'Owner', label: 'Owner', dataType: 'ownerlookup', column: 'owner_id' },
  { apiName: 'id', label: 'Record Id', dataType: 'bigint', column: 'id', readOnly: true },
  {
    apiName: 'Created_By',
    label: 'Created By',
    dataType: 'ownerlookup',
    column: 'created_by',
    readOnly: true,
  },
  {
    apiName: 'Modified_By',
    label: 'Modified By',
    dataType: 'ownerlookup',
    column: 'modified_by',
    readOnly: true,
  },
  {
    apiName: 'Created_Time',
    label: 'Created Time',
    dataType: 'datetime',
    column: 'created_time',
    readOnly: true,
  },
  {
    apiName: 'Modified_Time',
    label: 'Modified Time',
    dataType: 'datetime',
    column: 'modified_time',
    readOnly: true,
  },
];

/** Those of them by which lists can be sorted, with an index. */
export const systemSorts: readonly string[] = ['Created_Time', 'Modified_Time'];

/** The fields that every module in the table `record` has. */
export const systemFields = (module: string): Field[] =>
  columns.map(({ column, ...spec }) => ({
    ...spec,
    id: stableId(`${module}.${spec.apiName}`),
    custom: false,
    kept: { column },
  }));

/** The tags of a record, kept by their ids. */
export const tagField = (module: string): Field => ({
  apiName: 'Tag',
  label: 'Tag',
  dataType: 'tag',
  id: stableId(`${module}.Tag`),
  custom: false,
  kept: { key: 'Tag' },
});

/** A field declared in code. Read-only `Full_Name` is the record's name. */
export function standardField(module: string, { column, ...spec }: FieldSpec): Field {
  const held = spec.apiName === 'Full_Name' ? 'name' : column;
  return {
    ...spec,
    id: stableId(`${module}.${spec.apiName}`),
    custom: false,
    kept: held === undefined ? { key: spec.apiName } : { column: held },
  };
}
