import type { FieldInput } from '@crm-elements/contract';
import { fieldTypes, type DataType, type Field, type FieldSpec } from '../fields/index.js';
import type { Module, OrgModules } from '../module.js';
import { apiNameOf, isApiName } from './api-names.js';
import { duplicateSetting, invalidSetting, missing, requireText } from './setting-rows.js';

/** Types whose values can be found by an index. */
const indexable = new Set<DataType>([
  'text',
  'email',
  'phone',
  'website',
  'integer',
  'bigint',
  'double',
  'autonumber',
  'picklist',
  'date',
  'datetime',
  'currency',
  'percent',
  'lookup',
  'boolean',
]);
const unique = new Set<DataType>(['text', 'email', 'phone', 'website', 'integer', 'bigint', 'double']);
const sized = new Set<DataType>(['text', 'textarea', 'integer', 'bigint', 'double', 'currency', 'percent']);
const decimal = new Set<DataType>(['double', 'currency', 'percent']);

const MAX_DECIMALS = 9;

function readLength(input: FieldInput, dataType: DataType, atLeast: number): number | undefined {
  if (input.length === undefined) return undefined;
  const maximum = fieldTypes[dataType].length;
  if (!sized.has(dataType) || input.length < atLeast || input.length > maximum)
    throw invalidSetting('length', { minimum: atLeast, maximum });
  return input.length;
}

function readPickList(input: FieldInput): string[] | undefined {
  const values = input.pick_list_values?.map(({ display_value: shown, actual_value: actual }) =>
    requireText(actual ?? shown, 'pick_list_values', 120),
  );
  if (values && new Set(values).size !== values.length) throw duplicateSetting('pick_list_values');
  return values;
}

function readAutoNumber({ auto_number: given = {} }: FieldInput) {
  const { prefix = '', suffix = '', start_number: start = 1 } = given;
  for (const text of [prefix, suffix]) if (text.includes('\0')) throw invalidSetting('auto_number');
  return { prefix: prefix.toWellFormed(), suffix: suffix.toWellFormed(), start: Number(start) };
}

/** What a changed or new field is allowed to be, whatever its type. */
function readCommon(input: FieldInput, dataType: DataType, shortest: number): Partial<FieldSpec> {
  const decimalPlace = input.decimal_place;
  if (
    decimalPlace !== undefined &&
    (!decimal.has(dataType) || decimalPlace < 0 || decimalPlace > MAX_DECIMALS)
  )
    throw invalidSetting('decimal_place', { maximum: MAX_DECIMALS });
  const isUnique = input.unique === undefined ? undefined : input.unique !== null && input.unique !== false;
  if (isUnique && !unique.has(dataType)) throw invalidSetting('unique');
  if (input.searchable && !indexable.has(dataType)) throw invalidSetting('searchable');
  const maxLength = readLength(input, dataType, shortest);
  const pickList = readPickList(input);
  return {
    ...(maxLength !== undefined && { maxLength }),
    ...(decimalPlace !== undefined && { decimalPlace }),
    ...(isUnique !== undefined && { unique: isUnique }),
    ...(input.searchable !== undefined && { searchable: input.searchable }),
    ...(input.system_mandatory !== undefined && { mandatory: input.system_mandatory }),
    ...(pickList && { pickList }),
  };
}

/** A new field as it is asked for. @throws SettingFault */
export function readNewField(input: FieldInput, module: Module, { all }: OrgModules): FieldSpec {
  const label = requireText(input.field_label, 'field_label', 100);
  if (input.data_type === undefined) throw missing('data_type');
  if (!Object.hasOwn(fieldTypes, input.data_type) || input.data_type === 'tag')
    throw invalidSetting('data_type', { supported_values: Object.keys(fieldTypes) });
  const dataType = input.data_type as DataType;
  const names = [...module.fields.map((field) => field.apiName), ...(module.reserved ?? [])];
  const taken = new Set(names.map((name) => name.toLowerCase()));
  const apiName = input.api_name ?? apiNameOf(label, 'Field', taken);
  if (!isApiName(apiName)) throw invalidSetting('api_name');
  if (taken.has(apiName.toLowerCase())) throw duplicateSetting('api_name');
  const spec: FieldSpec = { apiName, label, dataType, ...readCommon(input, dataType, 1) };
  if (dataType === 'picklist' || dataType === 'multiselectpicklist') {
    if (!spec.pickList?.length) throw missing('pick_list_values');
  } else if (spec.pickList) throw invalidSetting('pick_list_values');
  if (dataType === 'lookup') spec.lookup = readTarget(input, all);
  if (dataType === 'autonumber') spec.autoNumber = readAutoNumber(input);
  if (
    spec.maxLength !== undefined &&
    spec.maxLength <= (spec.decimalPlace ?? (decimal.has(dataType) ? 2 : 0))
  )
    throw invalidSetting('length');
  return spec;
}

function readTarget({ lookup }: FieldInput, all: Module[]): string {
  if (!lookup) throw missing('lookup');
  const name = lookup.module.api_name.toLowerCase();
  const target = all.find(({ apiName, writable }) => writable && apiName.toLowerCase() === name);
  if (!target) throw invalidSetting('lookup');
  return target.apiName;
}

/** A custom field with what is to be changed; its type and name stay, and it never becomes shorter. @throws SettingFault */
export function readChangedField(input: FieldInput, field: Field): FieldSpec {
  const before = specOf(field);
  if (input.data_type !== undefined && input.data_type !== before.dataType) throw invalidSetting('data_type');
  if (input.api_name !== undefined && input.api_name !== before.apiName) throw invalidSetting('api_name');
  if (input.decimal_place !== undefined && input.decimal_place < (before.decimalPlace ?? 2))
    throw invalidSetting('decimal_place');
  if (input.pick_list_values && (!before.pickList || input.pick_list_values.length === 0))
    throw invalidSetting('pick_list_values');
  const shortest = before.maxLength ?? fieldTypes[before.dataType].length;
  return {
    ...before,
    ...readCommon(input, before.dataType, shortest),
    ...(input.field_label !== undefined && { label: requireText(input.field_label, 'field_label', 100) }),
  };
}

/** What is stored of a custom field. */
function specOf(field: Field): FieldSpec {
  const own = new Set(['id', 'custom', 'kept']);
  return Object.fromEntries(Object.entries(field).filter(([key]) => !own.has(key))) as unknown as FieldSpec;
}
