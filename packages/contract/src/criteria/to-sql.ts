import type { Criteria } from './ast.js';
import { kindOf, type FieldType } from './field-types.js';
import type { Bound, Context, Operand, Range, RangeKind } from './operands.js';
import { predicateOf, targetOf, type Predicate, type TextMatch } from './predicate.js';
import { fragment, joinSql, rawSql, type SqlFragment } from './sql-fragment.js';

/** Where the value of a field stands. */
export interface SqlColumn {
  readonly type: FieldType;
  /**
   * An expression of text, numeric, bigint, boolean, date or timestamptz, by the type of the field; jsonb (a list
   * of text) for several options; for a lookup its id as bigint.
   */
  readonly sql: SqlFragment;
  /** For a lookup: the name that people see, as text. */
  readonly name?: SqlFragment;
}

/** Finds the column of a field; undefined when there is no such field. */
export type SqlColumns = (field: string) => SqlColumn | undefined;

const anyOf = (fragments: readonly SqlFragment[]): SqlFragment =>
  fragments.length === 1 ? joinSql(fragments, ' or ') : fragment`(${joinSql(fragments, ' or ')})`;

/**
 * Criteria as a condition that holds for the same records as `evaluate`; for a `where`, in which null is false. Values
 * are parameters, all of them.
 * @throws CriteriaError when the criteria do not fit the types
 */
export function toSql(criteria: Criteria, columns: SqlColumns, context: Context = {}): SqlFragment {
  if (criteria.kind === 'group') {
    const members = criteria.members.map((member) => toSql(member, columns, context));
    return fragment`(${joinSql(members, ` ${criteria.operator} `)})`;
  }
  const { field, type, part } = targetOf(criteria.field, (name) => columns(name)?.type);
  const column = columns(field);
  const sql = (part === 'name' ? column?.name : column?.sql) ?? rawSql('null');
  return condition(predicateOf(criteria, type, context), {
    type,
    sql,
    ...(column?.name && { name: column.name }),
  });
}

function condition(predicate: Predicate, column: SqlColumn): SqlFragment {
  const { sql } = column;
  switch (predicate.test) {
    case 'empty':
      return isEmpty(column, predicate.negated);
    case 'boolean':
      return predicate.value ? fragment`${sql} is true` : fragment`${sql} is not true`;
    case 'text': {
      const { match, texts, negated } = predicate;
      if (kindOf(column.type) === 'options') {
        const option = rawSql('option');
        const found = fragment`exists (select from jsonb_array_elements_text(${list(sql)}) option where ${fits(option, match, texts)})`;
        return negated ? fragment`not ${found}` : found;
      }
      return sign(fits(sql, match, texts), negated);
    }
    case 'range':
      return sign(within(sql, predicate.ranges), predicate.negated);
    case 'reference': {
      const { ids, match, names, negated } = predicate;
      const byId = ids.length ? [fragment`${sql} = any(${ids}::bigint[])`] : [];
      const byName = names.length ? [fits(column.name ?? rawSql('null'), match, names)] : [];
      return sign(anyOf([...byId, ...byName]), negated);
    }
  }
}

/** What is null is neither equal nor unequal to SQL; to us it is unequal. */
const sign = (found: SqlFragment, negated: boolean): SqlFragment =>
  negated ? fragment`(${found}) is not true` : found;

const list = (sql: SqlFragment) =>
  fragment`case when jsonb_typeof(${sql}) = 'array' then ${sql} else '[]' end`;

function isEmpty({ sql, type }: SqlColumn, negated: boolean): SqlFragment {
  const not = rawSql(negated ? 'not ' : '');
  switch (kindOf(type)) {
    case 'options':
      return fragment`${not}(jsonb_array_length(${list(sql)}) = 0)`;
    case 'text':
      return fragment`${not}(${sql} is null or ${sql} = '')`;
    default:
      return negated ? fragment`${sql} is not null` : fragment`${sql} is null`;
  }
}

const patterns: Record<Exclude<TextMatch, 'equals'>, (part: string) => string> = {
  contains: (part) => `%${part}%`,
  starts_with: (part) => `${part}%`,
  ends_with: (part) => `%${part}`,
};

function fits(sql: SqlFragment, match: TextMatch, parts: readonly string[]): SqlFragment {
  if (match === 'equals') {
    const list = parts.map((part) => fragment`lower(${part}::text)`);
    const [first] = list;
    if (list.length === 1 && first) return fragment`lower(${sql}) = ${first}`;
    return fragment`lower(${sql}) in (${joinSql(list, ', ')})`;
  }
  const literal = (part: string) => part.replace(/[\\%_]/g, '\\$&');
  return anyOf(
    parts.map((part) => fragment`lower(${sql}) like lower(${patterns[match](literal(part))}::text)`),
  );
}

/** Whole numbers as bigint: PostgreSQL widens that to numeric, but would not use a bigint's index for a numeric. */
function castOf(kind: RangeKind, values: readonly Operand[]): string {
  if (kind === 'number') return values.every(Number.isSafeInteger) ? '::bigint' : '::numeric';
  return kind === 'datetime' ? '::timestamptz' : `::${kind}`;
}

function within(sql: SqlFragment, ranges: readonly Range[]): SqlFragment {
  const points = ranges.flatMap(({ lower, upper }) =>
    lower?.inclusive && upper?.inclusive && lower.value === upper.value ? [lower.value] : [],
  );
  const [{ kind } = { kind: 'number' as const }] = ranges;
  if (points.length > 1 && points.length === ranges.length) {
    const written = points.map((point) => writeOperand(kind, point));
    return fragment`${sql} = any(${written}${rawSql(`${castOf(kind, points)}[]`)})`;
  }
  return anyOf(ranges.map((range) => withinOne(sql, range)));
}

function withinOne(sql: SqlFragment, { kind, lower, upper }: Range): SqlFragment {
  if (lower?.inclusive && upper?.inclusive && lower.value === upper.value)
    return compare(sql, '=', kind, lower);
  const sides = [
    ...(lower ? [compare(sql, lower.inclusive ? '>=' : '>', kind, lower)] : []),
    ...(upper ? [compare(sql, upper.inclusive ? '<=' : '<', kind, upper)] : []),
  ];
  return sides.length === 1 ? joinSql(sides, ' and ') : fragment`(${joinSql(sides, ' and ')})`;
}

const compare = (sql: SqlFragment, operator: string, kind: RangeKind, { value }: Bound): SqlFragment =>
  fragment`${sql}${rawSql(` ${operator} `)}${writeOperand(kind, value)}${rawSql(castOf(kind, [value]))}`;

/** A year beyond 9999 has a sign and a zero in JavaScript, and neither in SQL. */
const writeOperand = (kind: RangeKind, value: Operand): string =>
  kind === 'datetime' ? new Date(Number(value)).toISOString().replace(/^\+0?/, '') : String(value);
