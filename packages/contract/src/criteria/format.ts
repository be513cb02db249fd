import type { Comparison, Criteria } from './ast.js';
import { EMPTY } from './shape.js';

/** Writes criteria in Zoho CRM's notation; `parseCriteria` reads the same criteria from it. */
export function formatCriteria(criteria: Criteria): string {
  if (criteria.kind === 'comparison') return formatComparison(criteria);
  return `(${criteria.members.map(formatCriteria).join(criteria.operator)})`;
}

function formatComparison({ field, operator, values }: Comparison): string {
  if (operator === 'is_empty') return `(${field}:equals:${EMPTY})`;
  if (operator === 'is_not_empty') return `(${field}:not_equal:${EMPTY})`;
  return `(${field}:${operator}:${values.map(escape).join(',')})`;
}

const escape = (value: string) =>
  value.replace(/[(),\\]|^\s+|\s+$/g, (found) => found.replace(/./gsu, '\\$&'));
