import { isOperator, type Criteria, type Group } from './ast.js';
import { CriteriaError } from './criteria-error.js';
import {
  MAX_COMPARISONS,
  MAX_DEPTH,
  checkField,
  comparison,
  group,
  isList,
  type CriteriaLimits,
} from './shape.js';

/** A value as it was read: without its escapes, and split at the commas that were not escaped. */
interface Value {
  readonly whole: string;
  readonly parts: readonly string[];
}

/**
 * Reads criteria in Zoho CRM's notation, `((Last_Name:equals:Hopper)and(Annual_Revenue:greater_than:3))`.
 * A backslash escapes `( ) , \` in values; `and` binds closer than `or`; words are case-insensitive.
 * @throws CriteriaError with a position
 */
export function parseCriteria(text: string, limits: CriteriaLimits = {}): Criteria {
  const most = limits.comparisons ?? MAX_COMPARISONS;
  let at = 0;
  let count = 0;

  const fail = (message: string, position = at) => new CriteriaError('syntax', message, { position });
  const skipSpace = () => {
    while (/\s/.test(text.charAt(at))) at += 1;
  };
  const take = (char: string) => {
    skipSpace();
    if (text.charAt(at) !== char) throw fail(`${char} is expected`);
    at += 1;
  };
  const upToColon = () => {
    const end = text.indexOf(':', at);
    const close = text.slice(at, end < 0 ? undefined : end).search(/[()]/);
    if (end < 0 || close >= 0)
      throw fail('a comparison is (field:operator:value)', close < 0 ? at : at + close);
    const part = text.slice(at, end).trim();
    at = end + 1;
    return part;
  };

  function readValue(): Value {
    const parts: string[] = [];
    let whole = '';
    let part = '';
    // Space around a value does not count, escaped space does.
    let solid = 0;
    const endPart = () => {
      parts.push(part.slice(0, solid));
      part = '';
      solid = 0;
    };
    for (;;) {
      const char = text.charAt(at);
      const escaped = char === '\\';
      if (at >= text.length) throw fail(') is expected');
      if (char === ')') break;
      if (char === '(') throw fail('a bracket in a value has to be escaped by a backslash');
      const taken = escaped ? text.charAt(at + 1) : char;
      if (escaped && !taken) throw fail('a character is expected after the backslash');
      at += escaped ? 2 : 1;
      if (!escaped && taken === ',') endPart();
      else if (escaped || part !== '' || !/\s/.test(taken)) {
        part += taken;
        if (escaped || !/\s/.test(taken)) solid = part.length;
      }
      whole += taken;
    }
    endPart();
    return { whole: parts.length === 1 ? (parts[0] ?? '') : whole.trim(), parts };
  }

  function readComparison(): Criteria {
    const start = at;
    if ((count += 1) > most)
      throw new CriteriaError('limit', `at most ${most} comparisons can be given`, { position: start });
    const field = upToColon();
    checkField(field, { position: start });
    const operatorAt = at;
    const operator = upToColon().toLowerCase();
    if (!isOperator(operator))
      throw new CriteriaError('operator', `there is no operator ${operator}`, {
        position: operatorAt,
        field,
      });
    const valueAt = at;
    const { whole, parts } = readValue();
    const several = isList(operator) || operator.endsWith('between');
    const values = several ? parts : whole === '' ? [] : [whole];
    const read = comparison(field, operator, values, { position: valueAt, field });
    take(')');
    return read;
  }

  function readBracketed(depth: number): Criteria {
    if (depth > MAX_DEPTH) throw new CriteriaError('limit', 'the brackets are too deep', { position: at });
    take('(');
    skipSpace();
    if (text.charAt(at) !== '(') return readComparison();
    const inner = readJoined(depth);
    take(')');
    return inner;
  }

  function readWord(): Group['operator'] | undefined {
    skipSpace();
    const word = /^(?:and|or)/i.exec(text.slice(at, at + 3))?.[0];
    if (!word) return undefined;
    at += word.length;
    return word.toLowerCase() === 'and' ? 'and' : 'or';
  }

  function readJoined(depth: number): Criteria {
    const all: Criteria[][] = [[readBracketed(depth + 1)]];
    for (let word = readWord(); word; word = readWord()) {
      const next = readBracketed(depth + 1);
      if (word === 'or') all.push([next]);
      else all.at(-1)?.push(next);
    }
    return group(
      'or',
      all.map((members) => group('and', members)),
    );
  }

  const criteria = readJoined(0);
  skipSpace();
  if (at < text.length) throw fail('and, or or the end is expected');
  return criteria;
}
