import type { Answer } from '@crm-elements/testing';
import type { FieldDescription } from '../fields/module-meta.js';

export const MODULE = 'GET /crm/v8/settings/modules/:id';
export const FIELDS = 'GET /crm/v8/settings/fields';
export const LAYOUTS = 'GET /crm/v8/settings/layouts';
export const RELATED = 'GET /crm/v8/settings/related_lists';
export const ORG = 'GET /crm/v8/org';

/** A field that can be read and written. */
export const field = (
  api_name: string,
  data_type = 'text',
  changes: Partial<FieldDescription> = {},
): FieldDescription => ({
  id: `field-${api_name}`,
  api_name,
  field_label: api_name.replaceAll('_', ' '),
  display_label: api_name.replaceAll('_', ' '),
  data_type,
  json_type: 'string',
  length: 100,
  system_mandatory: false,
  custom_field: false,
  read_only: false,
  field_read_only: false,
  visible: true,
  lookup: {},
  pick_list_values: [],
  mass_update: true,
  ...changes,
});

/** A pick list with its values. */
const pickList = (api_name: string, ...values: string[]): FieldDescription =>
  field(api_name, 'picklist', {
    pick_list_values: values.map((value, index) => ({
      display_value: value,
      actual_value: value,
      reference_value: value,
      sequence_number: index + 1,
      type: 'used' as const,
    })),
  });

export const leadFields: FieldDescription[] = [
  field('Last_Name', 'text', { system_mandatory: true }),
  field('Full_Name', 'text', { read_only: true, mass_update: false }),
  field('Company'),
  field('Email', 'email'),
  field('Phone', 'phone'),
  pickList('Lead_Status', 'Contacted', 'Not Contacted'),
  field('Annual_Revenue', 'currency', { decimal_place: 2 }),
  field('Owner', 'ownerlookup'),
  field('Created_Time', 'datetime', { read_only: true, mass_update: false }),
  field('Tag', 'text', { json_type: 'jsonarray' }),
];

/** What the settings of the module Leads answer. */
export const leadSettings = (changes: Record<string, unknown> = {}): Record<string, Answer> => ({
  [MODULE]: () => ({
    modules: [
      {
        id: '1',
        api_name: 'Leads',
        singular_label: 'Lead',
        plural_label: 'Leads',
        creatable: true,
        editable: true,
        annotatable: true,
        deletable: true,
        ...changes,
      },
    ],
  }),
  [FIELDS]: () => ({ fields: leadFields }),
  [LAYOUTS]: () => ({ layouts: [{ sections: [{ name: 'Lead Information', fields: leadFields }] }] }),
  [RELATED]: () => ({
    related_lists: [
      { api_name: 'Tasks', sequence_number: '10' },
      { api_name: 'Notes', sequence_number: '2' },
    ],
  }),
  [ORG]: () => ({ org: [{ iso_code: 'EUR' }] }),
});
