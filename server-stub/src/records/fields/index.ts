import type { DataType } from './field.js';
import type { FieldType } from './field-type.js';
import { numberTypes } from './numbers.js';
import { pickListTypes } from './pick-lists.js';
import { referenceTypes } from './references.js';
import { tagType } from './tags.js';
import { textTypes } from './texts.js';
import { timeTypes } from './times.js';

export {
  ANY_MODULE,
  dataKey,
  type DataType,
  type Field,
  type FieldSpec,
  type OutsideValue,
} from './field.js';
export type { FieldType } from './field-type.js';
export { readInstant } from './times.js';

/** All types of fields, by `data_type`. */
export const fieldTypes: Record<DataType, FieldType> = {
  ...textTypes,
  ...pickListTypes,
  ...numberTypes,
  ...timeTypes,
  ...referenceTypes,
  tag: tagType,
};
