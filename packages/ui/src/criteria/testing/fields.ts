import type { FieldDescription } from '@crm-elements/contract';

/** A field as `settings/fields` tells it. */
export const describedField = (
  name: string,
  type: string,
  more: Partial<FieldDescription> = {},
): FieldDescription => ({
  id: '1',
  api_name: name,
  field_label: name,
  display_label: name.replaceAll('_', ' '),
  data_type: type,
  json_type: 'string',
  length: 120,
  system_mandatory: false,
  custom_field: false,
  read_only: false,
  field_read_only: false,
  visible: true,
  lookup: {},
  pick_list_values: [],
  ...more,
});

/** Values of a pick list. */
export const pickList = (...values: string[]): FieldDescription['pick_list_values'] =>
  values.map((value, index) => ({
    display_value: value,
    actual_value: value,
    reference_value: value,
    sequence_number: index + 1,
    type: 'used',
  }));
