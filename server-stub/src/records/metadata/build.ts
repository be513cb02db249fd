import type { FieldSpec, Field } from '../fields/index.js';
import { stableId } from '../stable-id.js';
import type { Module, OwnModule, WorkflowSupport } from '../module.js';
import type { ModuleSpec } from '../modules/spec.js';
import { recordSource } from '../storage/source.js';
import { standardField, systemFields, systemSorts, tagField } from './system-fields.js';

/** Of modules whose rows people write: everything. */
const everyWorkflow: WorkflowSupport = {
  triggers: ['create', 'edit', 'create_or_edit', 'field_update', 'delete'],
  actions: ['field_update', 'task', 'email_alert', 'webhook', 'create_record'],
};

/** A module that an administrator made: its first field names its records. */
export interface CustomModule {
  id: string;
  apiName: string;
  singular: string;
  plural: string;
  nameField: Pick<FieldSpec, 'label' | 'dataType' | 'autoNumber'>;
}

export interface CustomField {
  id: string;
  module: string;
  spec: FieldSpec;
}

/** Custom fields are kept by their id: the same name used again means another field. */
export const customField = ({ id, spec }: Pick<CustomField, 'id' | 'spec'>): Field => ({
  ...spec,
  id,
  custom: true,
  kept: { key: `f${id}` },
});

export const standardModule = (spec: ModuleSpec, fields: Field[]): Module => ({
  ...spec,
  id: stableId(spec.apiName),
  custom: false,
  writable: true,
  fields: [
    ...systemFields(spec.apiName),
    ...spec.fields.map((field) => standardField(spec.apiName, field)),
    ...(spec.parentField ? [] : [tagField(spec.apiName)]),
    ...fields,
  ],
  source: recordSource,
  sorts: systemSorts,
  related: [],
  workflow: spec.parentField === undefined ? everyWorkflow : undefined,
});

/** Nobody but the domain fills such a module: custom fields too are read-only. */
export const ownModule = (spec: OwnModule, fields: Field[]): Module => ({
  ...spec,
  id: stableId(spec.apiName),
  custom: false,
  writable: false,
  nameField: undefined,
  duplicateChecks: [],
  fields: [
    ...(spec.rows ? systemFields(spec.apiName).filter(({ apiName }) => apiName === 'id') : []),
    ...spec.fields.map((field) => standardField(spec.apiName, field)),
    ...fields.map((field) => ({ ...field, readOnly: true })),
  ],
  source: spec.source ?? recordSource,
  sorts: spec.rows?.sorts ?? [],
  related: [],
});

export function customModule(spec: CustomModule, fields: Field[]): Module {
  const own: FieldSpec[] = [
    {
      apiName: 'Name',
      ...spec.nameField,
      ...(spec.nameField.dataType === 'text' && { maxLength: 120, mandatory: true }),
      ...(spec.nameField.dataType === 'autonumber' && { readOnly: true }),
    },
    { apiName: 'Email', label: 'Email', dataType: 'email' },
    { apiName: 'Secondary_Email', label: 'Secondary Email', dataType: 'email' },
  ];
  return {
    ...spec,
    custom: true,
    writable: true,
    nameField: 'Name',
    duplicateChecks: [],
    fields: [
      ...systemFields(spec.apiName),
      ...own.map((field) => standardField(`${spec.id}.${spec.apiName}`, field)),
      tagField(spec.id),
      ...fields,
    ],
    source: recordSource,
    sorts: systemSorts,
    related: [],
    workflow: everyWorkflow,
  };
}
