/** How a field is compared. `in` holds for any of several values; the `not_` forms also hold for an empty field. */
export const operators = [
  'equals',
  'not_equal',
  'contains',
  'not_contains',
  'starts_with',
  'not_starts_with',
  'ends_with',
  'not_ends_with',
  'in',
  'not_in',
  'greater_than',
  'greater_equal',
  'less_than',
  'less_equal',
  'between',
  'not_between',
  'is_empty',
  'is_not_empty',
] as const;
export type Operator = (typeof operators)[number];

/** One comparison; its values are as they were written, the type of the field tells what they mean. */
export interface Comparison {
  readonly kind: 'comparison';
  /** API name; up to two dots lead into lookups: `Account_Name.id`. */
  readonly field: string;
  readonly operator: Operator;
  /** None for `is_empty` and `is_not_empty`, two for `between`, one or more for `in`, else one. */
  readonly values: readonly string[];
}

/** Criteria joined by one operator. */
export interface Group {
  readonly kind: 'group';
  readonly operator: 'and' | 'or';
  /** Two or more. */
  readonly members: readonly Criteria[];
}

export type Criteria = Comparison | Group;

export const isOperator = (text: string): text is Operator => (operators as readonly string[]).includes(text);

/** The comparisons of criteria, from left to right. */
export function comparisonsOf(criteria: Criteria): Comparison[] {
  return criteria.kind === 'comparison' ? [criteria] : criteria.members.flatMap(comparisonsOf);
}

/** The criteria with each comparison replaced. */
export function mapComparisons(criteria: Criteria, change: (comparison: Comparison) => Comparison): Criteria {
  if (criteria.kind === 'comparison') return change(criteria);
  return { ...criteria, members: criteria.members.map((member) => mapComparisons(member, change)) };
}
