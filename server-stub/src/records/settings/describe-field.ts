import { ANY_MODULE, fieldTypes, type Field, type FieldSpec } from '../fields/index.js';
import { stableId } from '../stable-id.js';
import type { OrgModules } from '../module.js';

function describeLookup({ lookup, apiName }: Field, { all }: Pick<OrgModules, 'all'>) {
  if (lookup === undefined) return {};
  const target = all.find((module) => module.apiName === lookup);
  return {
    display_label: target?.plural ?? apiName,
    module: { api_name: lookup, id: target?.id ?? null },
    ...(lookup === ANY_MODULE && { multi_module: true }),
  };
}

const describePickList = ({ pickList = [], id }: Field) =>
  pickList.map((value, index) => ({
    id: stableId(`${id}.${value}`),
    display_value: value,
    actual_value: value,
    reference_value: value,
    sequence_number: index + 1,
    type: 'used' as const,
    colour_code: null,
  }));

/** A field as `settings/fields` tells it. */
export function describeField(field: Field, modules: Pick<OrgModules, 'all'>) {
  const type = fieldTypes[field.dataType];
  const readOnly = field.readOnly === true || field.dataType === 'autonumber';
  const decimal = type.sqlType === 'numeric';
  return {
    id: field.id,
    api_name: field.apiName,
    field_label: field.label,
    display_label: field.label,
    // Zoho calls tags a text that is sent as an array.
    data_type: field.dataType === 'tag' ? 'text' : field.dataType,
    json_type: type.jsonType,
    length: field.maxLength ?? type.length,
    decimal_place: decimal ? (field.decimalPlace ?? 2) : null,
    system_mandatory: field.mandatory === true,
    custom_field: field.custom,
    read_only: readOnly,
    field_read_only: readOnly,
    visible: true,
    webhook: true,
    filterable: true,
    sortable: true,
    searchable: field.searchable === true || field.unique === true,
    mass_update: !readOnly && field.unique !== true,
    unique: field.unique ? { casesensitive: 'false' } : {},
    lookup: describeLookup(field, modules),
    multiselectlookup: {},
    formula: {},
    currency:
      field.dataType === 'currency' ? { rounding_option: 'normal', precision: field.decimalPlace ?? 2 } : {},
    auto_number: field.autoNumber
      ? {
          prefix: field.autoNumber.prefix,
          suffix: field.autoNumber.suffix,
          start_number: String(field.autoNumber.start),
        }
      : {},
    pick_list_values: describePickList(field),
    default_value: null,
    crypt: null,
    tooltip: null,
    view_type: { view: true, edit: !readOnly, create: !readOnly, quick_create: field.mandatory === true },
    operation_type: {
      web_create: !readOnly,
      web_update: !readOnly,
      api_create: !readOnly,
      api_update: !readOnly,
    },
    profiles: [],
  };
}

/** A field that no module has, only criteria. */
export const describeVirtualField = (spec: FieldSpec) =>
  describeField(
    {
      ...spec,
      readOnly: true,
      id: stableId(`virtual.${spec.apiName}`),
      custom: false,
      kept: { key: spec.apiName },
    },
    { all: [] },
  );
