import type { Operator } from './ast.js';

/** How the values of a data type compare. */
export type Kind = 'text' | 'options' | 'number' | 'bigint' | 'boolean' | 'date' | 'datetime' | 'reference';

/** Zoho CRM's data types, each with its kind. */
const kinds = {
  text: 'text',
  email: 'text',
  phone: 'text',
  website: 'text',
  textarea: 'text',
  picklist: 'text',
  autonumber: 'text',
  multiselectpicklist: 'options',
  tag: 'options',
  integer: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  bigint: 'bigint',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  lookup: 'reference',
  ownerlookup: 'reference',
} as const satisfies Record<string, Kind>;

export type FieldType = keyof typeof kinds;

/** Tells the type of a field by its API name; undefined when there is no such field. */
export type FieldTypes = (field: string) => FieldType | undefined;

export const kindOf = (type: FieldType): Kind => kinds[type];

const presence: Operator[] = ['is_empty', 'is_not_empty'];
const equality: Operator[] = ['equals', 'not_equal', 'in', 'not_in', ...presence];
const parts: Operator[] = [
  'contains',
  'not_contains',
  'starts_with',
  'not_starts_with',
  'ends_with',
  'not_ends_with',
];
const order: Operator[] = [
  'greater_than',
  'greater_equal',
  'less_than',
  'less_equal',
  'between',
  'not_between',
];

const byKind: Record<Kind, ReadonlySet<Operator>> = {
  text: new Set([...equality, ...parts]),
  options: new Set([...equality, ...parts]),
  reference: new Set([...equality, ...parts]),
  number: new Set([...equality, ...order]),
  bigint: new Set([...equality, ...order]),
  date: new Set([...equality, ...order]),
  datetime: new Set([...equality, ...order]),
  boolean: new Set(['equals', 'not_equal']),
};

/** Whether fields of a type can be compared by an operator: in rules, list views and COQL. */
export const hasOperator = (type: FieldType, operator: Operator): boolean =>
  byKind[kindOf(type)].has(operator);
