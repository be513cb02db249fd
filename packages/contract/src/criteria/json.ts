import { isOperator, type Criteria, type Operator } from './ast.js';
import { CriteriaError } from './criteria-error.js';
import {
  EMPTY,
  MAX_COMPARISONS,
  MAX_DEPTH,
  checkField,
  comparison,
  group,
  type CriteriaLimits,
} from './shape.js';

/** Criteria as Zoho CRM v8 keeps them in list views and rules. */
export type CriteriaJson =
  | { comparator: string; field: { api_name: string }; type: 'value'; value: string | string[] }
  | { group_operator: 'AND' | 'OR'; group: CriteriaJson[] };

/** v8 says `equal` where the text says `equals`. */
const comparatorOf = (operator: Operator) => (operator === 'equals' ? 'equal' : operator);
const operatorOf = (comparator: string) => (comparator === 'equal' ? 'equals' : comparator);

export function criteriaToJson(criteria: Criteria): CriteriaJson {
  if (criteria.kind === 'group') {
    const group_operator = criteria.operator === 'and' ? 'AND' : 'OR';
    return { group_operator, group: criteria.members.map(criteriaToJson) };
  }
  const { field, operator, values } = criteria;
  const as = (comparator: string, value: string | string[]): CriteriaJson => ({
    comparator,
    field: { api_name: field },
    type: 'value',
    value,
  });
  if (operator === 'is_empty') return as('equal', EMPTY);
  if (operator === 'is_not_empty') return as('not_equal', EMPTY);
  const many = /^(?:not_)?(?:in|between)$/.test(operator);
  return as(comparatorOf(operator), many ? [...values] : (values[0] ?? ''));
}

/**
 * Reads the JSON form. Values may be text, numbers, booleans, `{id}` or a list of them; null is empty.
 * @throws CriteriaError
 */
export function criteriaFromJson(json: unknown, limits: CriteriaLimits = {}): Criteria {
  const most = limits.comparisons ?? MAX_COMPARISONS;
  let count = 0;
  return read(json, 1);

  function read(part: unknown, depth: number): Criteria {
    if (depth > MAX_DEPTH) throw new CriteriaError('limit', 'the groups are too deep');
    if (!isObject(part)) throw new CriteriaError('syntax', 'a comparison or a group is expected');
    return 'group_operator' in part || 'group' in part ? readGroup(part, depth) : readComparison(part);
  }

  function readGroup({ group_operator, group: members }: Json, depth: number): Criteria {
    const operator = typeof group_operator === 'string' ? group_operator.toLowerCase() : '';
    if (operator !== 'and' && operator !== 'or')
      throw new CriteriaError('syntax', 'group_operator is AND or OR');
    if (!Array.isArray(members) || members.length === 0)
      throw new CriteriaError('syntax', 'group is a list of comparisons and groups');
    return group(
      operator,
      members.map((member) => read(member, depth + 1)),
    );
  }

  function readComparison({ comparator, field, value }: Json): Criteria {
    if ((count += 1) > most) throw new CriteriaError('limit', `at most ${most} comparisons can be given`);
    const name = isObject(field) ? field.api_name : undefined;
    if (typeof name !== 'string') throw new CriteriaError('syntax', 'field is {api_name}');
    checkField(name, { field: name });
    const operator = typeof comparator === 'string' ? operatorOf(comparator.toLowerCase()) : '';
    if (!isOperator(operator))
      throw new CriteriaError('operator', `there is no comparator ${operator}`, { field: name });
    const values = (Array.isArray(value) ? value : [value ?? EMPTY]).map((each) => readValue(each, name));
    return comparison(name, operator, values, { field: name });
  }
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readValue(value: unknown, field: string): string {
  const plain = isObject(value) ? value.id : value;
  if (typeof plain === 'string') return plain;
  if (typeof plain === 'boolean' || (typeof plain === 'number' && Number.isFinite(plain)))
    return String(plain);
  throw new CriteriaError('value', 'a value is text, a number or a boolean', { field });
}
