/**
 * SQL whose values stand between its pieces, as in a template: Kysely's tag takes it as
 * `sql(fragment.strings, ...fragment.values)`, and a value may be an expression of Kysely.
 */
export interface SqlFragment {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

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

/** Fragments with a text of the program between them. */
export const joinSql = (fragments: readonly SqlFragment[], between: string): SqlFragment =>
  fragments.reduce((all, next) => fragment`${all}${rawSql(between)}${next}`);
