import { comparison, group, type Criteria, type Operator } from '@crm-elements/contract/criteria';
import { fromCriteria, invalidQuery, limitExceeded, syntaxError } from './failures.js';
import { MAX_CONDITIONS } from './query.js';
import type { Cursor } from './tokens.js';

const MAX_NESTING = 20;
const signs: Record<string, Operator> = {
  '=': 'equals',
  '!=': 'not_equal',
  '<>': 'not_equal',
  '<': 'less_than',
  '<=': 'less_equal',
  '>': 'greater_than',
  '>=': 'greater_equal',
};

/** Conditions joined by `and` and `or`, of which `and` binds closer, as criteria. */
export function parseWhere(cursor: Cursor): Criteria {
  let count = 0;
  return readOr(0);

  function readOr(depth: number): Criteria {
    const members = [readAnd(depth)];
    while (cursor.take('or')) members.push(readAnd(depth));
    return group('or', members);
  }

  function readAnd(depth: number): Criteria {
    const members = [readOne(depth)];
    while (cursor.take('and')) members.push(readOne(depth));
    return group('and', members);
  }

  function readOne(depth: number): Criteria {
    if (!cursor.take('(')) {
      if ((count += 1) > MAX_CONDITIONS) throw limitExceeded('where', MAX_CONDITIONS);
      return readCondition(cursor);
    }
    if (depth >= MAX_NESTING) throw limitExceeded('where', MAX_NESTING);
    const inner = readOr(depth + 1);
    cursor.expect(')');
    return inner;
  }
}

function readCondition(cursor: Cursor): Criteria {
  const { text: field } = cursor.expectKind('word', 'a column');
  const [operator, values] = readComparison(cursor);
  try {
    return comparison(field, operator, values, { field });
  } catch (error) {
    throw fromCriteria(error);
  }
}

function readComparison(cursor: Cursor): [Operator, string[]] {
  const sign = cursor.token.kind === 'symbol' ? signs[cursor.token.text] : undefined;
  if (sign) {
    cursor.next();
    return [sign, [readValue(cursor)]];
  }
  if (cursor.take('is')) {
    const operator = cursor.take('not') ? 'is_not_empty' : 'is_empty';
    cursor.expect('null');
    return [operator, []];
  }
  const not = cursor.take('not');
  if (cursor.take('in')) return [not ? 'not_in' : 'in', readList(cursor)];
  if (cursor.take('between')) {
    const first = readValue(cursor);
    cursor.expect('and');
    return [not ? 'not_between' : 'between', [first, readValue(cursor)]];
  }
  if (cursor.take('like')) {
    const [operator, values] = readPattern(cursor.expectKind('string', 'a pattern').text);
    return [not ? negate(operator) : operator, values];
  }
  throw syntaxError(cursor.token, 'an operator');
}

function readList(cursor: Cursor): string[] {
  cursor.expect('(');
  const values = [readValue(cursor)];
  while (cursor.take(',')) values.push(readValue(cursor));
  cursor.expect(')');
  return values;
}

function readValue(cursor: Cursor): string {
  const { token } = cursor;
  if (token.kind === 'string' || token.kind === 'number' || cursor.is('true', 'false'))
    return cursor.next().text;
  throw syntaxError(token, 'a value');
}

/** `%` stands for anything at either end of a pattern; escaped by a backslash it is itself. */
function readPattern(pattern: string): [Operator, string[]] {
  const [, head, middle = '', tail] = /^(%*)((?:\\[^]|[^%\\]|\\$)*)(%*)$/.exec(pattern) ?? [];
  if (head === undefined) throw invalidQuery('% may stand at the ends of a pattern only');
  const part = middle.replace(/\\([^])/g, '$1');
  if (part === '') return head || tail ? ['is_not_empty', []] : ['is_empty', []];
  if (head) return [tail ? 'contains' : 'ends_with', [part]];
  return [tail ? 'starts_with' : 'equals', [part]];
}

function negate(operator: Operator): Operator {
  if (operator === 'equals') return 'not_equal';
  if (operator === 'is_empty') return 'is_not_empty';
  if (operator === 'is_not_empty') return 'is_empty';
  return `not_${operator}` as Operator;
}
