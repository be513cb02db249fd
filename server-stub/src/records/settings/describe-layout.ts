import { stableId } from '../stable-id.js';
import type { Module, OrgModules } from '../module.js';
import { describeField } from './describe-field.js';

/** The one layout of a module: all its fields in a section `<Singular> Information`. */
export function describeLayout(module: Module, modules: OrgModules) {
  const name = `${module.singular} Information`;
  return {
    id: stableId(`${module.id}.layout`),
    name: 'Standard',
    api_name: 'Standard',
    display_label: 'Standard',
    status: 'active',
    visible: true,
    generated_type: 'system',
    profiles: [],
    sections: [
      {
        id: stableId(`${module.id}.section`),
        name,
        api_name: name.replaceAll(' ', '_'),
        display_label: name,
        type: 'used',
        column_count: 2,
        sequence_number: 1,
        fields: module.fields
          .filter(({ apiName }) => apiName !== 'id')
          .map((field, index) => ({
            ...describeField(field, modules),
            required: field.mandatory === true,
            sequence_number: index + 1,
          })),
      },
    ],
  };
}
