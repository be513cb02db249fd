import type { Criteria } from './ast.js';
import { kindOf, type FieldType } from './field-types.js';
import type { Bound, Context, Operand, Range, RangeKind } from './operands.js';
import { predicateOf, targetOf, type Predicate, type TextMatch } from './predicate.js';

/**
 * SQL whose values stand between its pieces, as in a template: Kysely's tag takes it as
 * `sql(fragment.strings, ...fragment.values)`, and a value may be an expression of Kysely.
 */
export interface SqlFragment {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

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

/** The fragment as text with `$1`, `$2`, ... and its values. @param first number of the first parameter */
export function toQuery({ strings, values }: SqlFragment, first = 1): { text: string; values: unknown[] } {
  const text = strings.reduce((before, after, index) => `${before}$${first + index - 1}${after}`);
  return { text, values: [...values] };
}

/** Builds a fragment; fragments among the values are taken in. */
export function fragment(strings: readonly string[], ...values: unknown[]): SqlFragment {
  const pieces: string[] = [];
  const all: unknown[] = [];
  let last = strings[0] ?? '';
  values.forEach((value, index) => {
    const inner: SqlFragment = isFragment(value) ? value : { strings: ['', ''], values: [value] };
    const [head = '', ...tail] = inner.strings;
    const end = tail.pop();
    if (end === undefined) last += head;
    else {
      pieces.push(last + head, ...tail);
      last = end;
    }
    all.push(...inner.values);
    last += strings[index + 1] ?? '';
  });
  return { strings: [...pieces, last], values: all };
}

const isFragment = (value: unknown): value is SqlFragment =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value;

/** SQL that is part of the program; never of a request. */
export const rawSql = (text: string): SqlFragment => ({ strings: [text], values: [] });

const join = (fragments: readonly SqlFragment[], word: 'and' | 'or'): SqlFragment =>
  fragments.reduce((all, next) => fragment`${all}${rawSql(` ${word} `)}${next}`);

const anyOf = (fragments: readonly SqlFragment[]): SqlFragment =>
  fragments.length === 1 ? join(fragments, 'or') : fragment`(${join(fragments, 'or')})`;

/**
 * Criteria as a condition that holds for the same records as `evaluate`; for a `where`, in which null is false. Values
 * are parameters, all of them.
 * @throws CriteriaError when the criteria do not fit the types
 */
export function toSql(criteria: Criteria, columns: SqlColumns, context: Context = {}): SqlFragment {
  if (criteria.kind === 'group') {
    const members = criteria.members.map((member) => toSql(member, columns, context));
    return fragment`(${join(members, criteria.operator)})`;
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
      return sign(anyOf(predicate.ranges.map((range) => within(sql, range))), predicate.negated);
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
  if (match === 'equals') return anyOf(parts.map((part) => fragment`lower(${sql}) = lower(${part}::text)`));
  const literal = (part: string) => part.replace(/[\\%_]/g, '\\$&');
  return anyOf(
    parts.map((part) => fragment`lower(${sql}) like lower(${patterns[match](literal(part))}::text)`),
  );
}

const casts: Record<RangeKind, string> = {
  number: '::numeric',
  bigint: '::bigint',
  date: '::date',
  datetime: '::timestamptz',
};

function within(sql: SqlFragment, { kind, lower, upper }: Range): SqlFragment {
  if (lower && upper?.inclusive && lower.inclusive && lower.value === upper.value)
    return compare(sql, '=', kind, lower);
  const sides = [
    ...(lower ? [compare(sql, lower.inclusive ? '>=' : '>', kind, lower)] : []),
    ...(upper ? [compare(sql, upper.inclusive ? '<=' : '<', kind, upper)] : []),
  ];
  return sides.length === 1 ? join(sides, 'and') : fragment`(${join(sides, 'and')})`;
}

const compare = (sql: SqlFragment, operator: string, kind: RangeKind, { value }: Bound): SqlFragment =>
  fragment`${sql}${rawSql(` ${operator} `)}${written(kind, value)}${rawSql(casts[kind])}`;

/** A year beyond 9999 has a sign and a zero in JavaScript, and neither in SQL. */
const written = (kind: RangeKind, value: Operand): string =>
  kind === 'datetime' ? new Date(Number(value)).toISOString().replace(/^\+0?/, '') : String(value);
