import type { FieldSpec } from '../fields/index.js';

/** How a business module is declared. */
export interface ModuleSpec {
  apiName: string;
  singular: string;
  plural: string;
  /** Field that names a record; people are named by their first and last name. */
  nameField: string;
  /** Fields that find the record an upsert means, in their order. */
  duplicateChecks: readonly string[];
  fields: FieldSpec[];
  /** Lookup field with the record that a row belongs to, and whose rights are those of the row. */
  parentField?: string;
}

type Extra = Omit<FieldSpec, 'apiName' | 'label' | 'dataType'>;

/** A field whose label is its API name with spaces. */
export const field = (apiName: string, dataType: FieldSpec['dataType'], extra: Extra = {}): FieldSpec => ({
  apiName,
  label: apiName.replaceAll('_', ' '),
  dataType,
  ...extra,
});

/** The section of a record's description. */
export const DESCRIPTION = 'Description Information';
export const description = field('Description', 'textarea', { section: DESCRIPTION });
