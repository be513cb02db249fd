import type { Comparison, Criteria, Group, Operator } from './ast.js';
import { CriteriaError } from './criteria-error.js';

/** How much criteria may hold. */
export interface CriteriaLimits {
  /** Comparisons in all; 10, as in Zoho CRM, if not given. */
  readonly comparisons?: number;
}

export const MAX_COMPARISONS = 10;
/** Values of one `in`. */
const MAX_VALUES = 100;
export const MAX_DEPTH = 20;

/** Words that stand for being empty, as Zoho CRM writes them in list views. */
export const EMPTY = '${EMPTY}';
const NOT_EMPTY = '${NOTEMPTY}';

const FIELD = /^[A-Za-z$_][\w$]{0,99}(?:\.[A-Za-z$_][\w$]{0,99}){0,2}$/;

type Where = CriteriaError['where'];

/** @throws CriteriaError when the name of a field cannot be one */
export function checkField(field: string, where: Where): void {
  if (!FIELD.test(field)) throw new CriteriaError('syntax', 'this cannot be the name of a field', where);
}

const oneValue = (operator: Operator, values: readonly string[], word: string) =>
  values.length === 1 && values[0] === word && (operator === 'equals' || operator === 'not_equal');

/**
 * A comparison with as many values as its operator takes. `equals ${EMPTY}` becomes `is_empty`.
 * @throws CriteriaError
 */
export function comparison(
  field: string,
  operator: Operator,
  values: readonly string[],
  where: Where,
): Comparison {
  if (oneValue(operator, values, EMPTY)) return empty(field, operator === 'equals');
  if (oneValue(operator, values, NOT_EMPTY)) return empty(field, operator !== 'equals');
  if (operator === 'is_empty' || operator === 'is_not_empty') return empty(field, operator === 'is_empty');
  if (values.length === 0 || values.includes(''))
    throw new CriteriaError('syntax', 'a value is missing', where);
  if (values.length > MAX_VALUES)
    throw new CriteriaError('limit', `at most ${MAX_VALUES} values can be given`, where);
  if (values.some((value) => value.includes('\0')))
    throw new CriteriaError('value', 'a value holds a character that no field can hold', where);
  const between = operator === 'between' || operator === 'not_between';
  if (between && values.length !== 2)
    throw new CriteriaError('syntax', `${operator} takes two values`, where);
  if (!between && !isList(operator) && values.length !== 1)
    throw new CriteriaError('syntax', `${operator} takes one value`, where);
  return { kind: 'comparison', field, operator, values: values.map(wellFormed) };
}

/** Whether the operator takes several values. */
export const isList = (operator: Operator): boolean => operator === 'in' || operator === 'not_in';

/** Criteria of several members; of one member, that member. */
export function group(operator: Group['operator'], members: readonly Criteria[]): Criteria {
  const [first] = members;
  return members.length === 1 && first ? first : { kind: 'group', operator, members };
}

const empty = (field: string, is: boolean): Comparison => ({
  kind: 'comparison',
  field,
  operator: is ? 'is_empty' : 'is_not_empty',
  values: [],
});

/** Half of a surrogate pair becomes what UTF-8 would make of it. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
