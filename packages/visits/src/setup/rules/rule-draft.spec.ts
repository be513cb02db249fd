import { describe, expect, it } from 'vitest';
import { reduceRows, rowsOf, type Rule } from './rule-draft.js';

const rule = (name: string): Rule => ({ name, active: true, criteria: null });
const names = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.rule.name);

describe('rules in their order', () => {
  const rows = rowsOf(['a', 'b', 'c'].map(rule));

  it('move to a place, down and up', () => {
    expect(names(reduceRows(rows, { type: 'moved', key: 0, to: 2 }))).toEqual(['b', 'c', 'a']);
    expect(names(reduceRows(rows, { type: 'moved', key: 2, to: 0 }))).toEqual(['c', 'a', 'b']);
  });

  it('keep their keys when another one goes and a new one comes', () => {
    const less = reduceRows(rows, { type: 'removed', key: 1 });
    const more = reduceRows(less, { type: 'added', rule: rule('d') });
    expect(more.map(({ key }) => key)).toEqual([0, 2, 3]);
  });

  it('change alone', () => {
    const changed = reduceRows(rows, { type: 'changed', key: 1, values: { active: false } });
    expect(changed.map((row) => row.rule.active)).toEqual([true, false, true]);
  });
});
