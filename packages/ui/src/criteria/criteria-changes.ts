import type { Operator } from '@crm-elements/contract/criteria';
import { operatorsFor, type CriteriaField } from './criteria-fields.js';
import { emptyRow, nextKey, type Part, type Row, type Section } from './criteria-state.js';

/** Every part but those that the change drops; sections that lose their last row go too. */
function mapParts(root: Section, change: (part: Part) => Part | undefined): Section {
  const members = root.members.flatMap((member): Part[] => {
    const changed = change(member);
    if (!changed) return [];
    if (changed.kind === 'row') return [changed];
    const inner = mapParts(changed, change);
    return inner.members.length > 0 ? [inner] : [];
  });
  return { ...root, members };
}

const at = (root: Section, key: number, change: (section: Section) => Section): Section => {
  if (root.key === key) return change(root);
  return {
    ...root,
    members: root.members.map((member) => (member.kind === 'row' ? member : at(member, key, change))),
  };
};

const add = (part: Part) => (section: Section) => ({ ...section, members: [...section.members, part] });

/** Adds an empty row at the end of a section. */
export function addRow(root: Section, sectionKey: number): { root: Section; row: Row } {
  const row = emptyRow();
  return { root: at(root, sectionKey, add(row)), row };
}

/** Adds a section with an empty row; it joins by the other word than the one around it. */
export function addSection(root: Section, sectionKey: number): { root: Section; row: Row } {
  const row = emptyRow();
  const grown = at(root, sectionKey, (around) =>
    add({
      kind: 'section',
      key: nextKey(),
      join: around.join === 'and' ? 'or' : 'and',
      members: [row],
    })(around),
  );
  return { root: grown, row };
}

export const setJoin = (root: Section, sectionKey: number, join: Section['join']): Section =>
  at(root, sectionKey, (section) => ({ ...section, join }));

export const removeRow = (root: Section, key: number): Section =>
  mapParts(root, (part) => (part.key === key ? undefined : part));

const changeRow = (root: Section, key: number, change: (row: Row) => Row): Section =>
  mapParts(root, (part) => (part.kind === 'row' && part.key === key ? change(part) : part));

export const setValues = (root: Section, key: number, values: readonly string[]): Section =>
  changeRow(root, key, (row) => ({ ...row, values }));

/** Another field has other comparators and values. */
export const setField = (root: Section, key: number, field: CriteriaField): Section =>
  changeRow(root, key, (row) => ({
    ...row,
    field: field.name,
    operator: operatorsFor(field)[0] ?? 'equals',
    values: field.kind === 'boolean' ? ['true'] : [],
  }));

const shapeOf = (operator: Operator) =>
  operator.startsWith('is_')
    ? 'none'
    : operator.endsWith('between')
      ? 'two'
      : /^(not_)?in$/.test(operator)
        ? 'many'
        : 'one';

/** What was typed stays as far as the other comparator takes it. */
export const setOperator = (root: Section, key: number, operator: Operator): Section =>
  changeRow(root, key, (row) => {
    const most = { none: 0, one: 1, two: 2, many: 100 }[shapeOf(operator)];
    return { ...row, operator, values: row.values.slice(0, most) };
  });
