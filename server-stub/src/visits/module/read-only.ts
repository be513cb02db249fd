import type { FieldSpec } from '../../records/index.js';

/** A field that the tracker fills and nobody can change, VIS-39 and VIS-40; labelled by its API name with spaces. */
export const readOnly = (
  apiName: string,
  dataType: FieldSpec['dataType'],
  column: string,
  more: Partial<FieldSpec> = {},
): FieldSpec => ({
  apiName,
  label: apiName.replaceAll('_', ' '),
  dataType,
  column,
  readOnly: true,
  ...more,
});
