import {
  parseCriteria,
  type Comparison,
  type Criteria,
  type Operator,
} from '@crm-elements/contract/criteria';
import { criteriaOf, type Question } from './question.js';

const signs: Partial<Record<Operator, string>> = {
  equals: '=',
  not_equal: '!=',
  greater_than: '>',
  greater_equal: '>=',
  less_than: '<',
  less_equal: '<=',
};

const patterns: Partial<Record<Operator, (part: string) => string>> = {
  contains: (part) => `%${part}%`,
  starts_with: (part) => `${part}%`,
  ends_with: (part) => `%${part}`,
};

/** Backslashes are doubled, so that none takes the closing quote along. */
const quote = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
const literal = (text: string) => (/^(?:true|false)$/.test(text) ? text : quote(text));

/** Criteria as the condition of a query. */
function toWhere(criteria: Criteria): string {
  if (criteria.kind === 'comparison') return compare(criteria);
  return `(${criteria.members.map(toWhere).join(` ${criteria.operator} `)})`;
}

function compare({ field, operator, values }: Comparison): string {
  const [first = '', second = ''] = values;
  const not = operator.startsWith('not_') ? 'not ' : '';
  const sign = signs[operator];
  if (sign) return `${field} ${sign} ${literal(first)}`;
  switch (operator) {
    case 'is_empty':
      return `${field} is null`;
    case 'is_not_empty':
      return `${field} is not null`;
    case 'in':
    case 'not_in':
      return `${field} ${not}in (${values.map(literal).join(', ')})`;
    case 'between':
    case 'not_between':
      return `${field} ${not}between ${literal(first)} and ${literal(second)}`;
    default: {
      const pattern = patterns[operator.replace('not_', '') as Operator];
      return `${field} ${not}like ${quote(pattern?.(first.replaceAll('%', '\\%')) ?? first).replaceAll('\\\\%', '\\%')}`;
    }
  }
}

/** The query of one page of a sorted list. */
export function toCoql(question: Question, offset: number, limit: number): string {
  const { module, fields, sort } = question;
  const criteria = criteriaOf(question);
  const where = criteria === null ? '' : ` where ${toWhere(parseCriteria(criteria))}`;
  const order = sort ? ` order by ${sort.field} ${sort.order}` : '';
  return `select ${fields.join(', ')} from ${module}${where}${order} limit ${offset}, ${limit}`;
}
