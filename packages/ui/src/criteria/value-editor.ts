import type { CriteriaField } from './criteria-fields.js';
import type { Row } from './criteria-state.js';

type ValueEditor =
  'none' | 'boolean' | 'choice' | 'choices' | 'people' | 'records' | 'date' | 'text' | 'lines';

/** Of any module: nothing can be searched there. */
const ANY_MODULE = 'se_module';
const ID = /^[1-9]\d{14,18}$/;

const isReference = (value: string) => value === '' || value === '${CURRENTUSER}' || ID.test(value);

/** How the values of a row are edited. */
export function valueEditor({ operator, values }: Row, field: CriteriaField): ValueEditor {
  if (operator.startsWith('is_')) return 'none';
  const isList = operator === 'in' || operator === 'not_in';
  const isExact = isList || operator === 'equals' || operator === 'not_equal';
  if (field.kind === 'boolean') return 'boolean';
  if (field.choices.length > 0 && isExact) return isList ? 'choices' : 'choice';
  if (field.kind === 'reference' && isExact && values.every(isReference)) {
    if (field.type === 'ownerlookup') return 'people';
    if (field.module !== undefined && field.module !== ANY_MODULE) return 'records';
  }
  if (isList) return 'lines';
  return field.kind === 'date' || field.kind === 'datetime' ? 'date' : 'text';
}
