import type { Field } from '../fields/index.js';
import { stableId } from '../stable-id.js';
import type { Module, OrgModules } from '../module.js';
import { DESCRIPTION } from '../modules/spec.js';
import { describeField } from './describe-field.js';

/** The one layout of a module: its fields in sections, those of no other one in `<Singular> Information`. */
export function describeLayout(module: Module, modules: OrgModules) {
  const main = `${module.singular} Information`;
  const fields = module.fields.filter(({ apiName }) => apiName !== 'id');
  const names = new Set([main, ...fields.map(({ section }) => section ?? main)]);
  // The longest text comes last.
  if (names.delete(DESCRIPTION)) names.add(DESCRIPTION);
  return {
    id: stableId(`${module.id}.layout`),
    name: 'Standard',
    api_name: 'Standard',
    display_label: 'Standard',
    status: 'active',
    visible: true,
    generated_type: 'system',
    profiles: [],
    sections: [...names].map((name, index) => ({
      id: stableId(`${module.id}.section.${name}`),
      name,
      api_name: name.replaceAll(' ', '_'),
      display_label: name,
      type: 'used',
      column_count: 2,
      sequence_number: index + 1,
      fields: describeFields(
        fields.filter(({ section = main }) => section === name),
        modules,
      ),
    })),
  };
}

const describeFields = (fields: Field[], modules: OrgModules) =>
  fields.map((field, index) => ({
    ...describeField(field, modules),
    required: field.mandatory === true,
    sequence_number: index + 1,
  }));
