import {
  checkCriteria,
  comparison,
  CriteriaError,
  group,
  type Criteria,
  type Operator,
} from '@crm-elements/contract/criteria';
import { typesOf, type CriteriaFields } from './criteria-fields.js';

/** One comparison as it is edited: it may be unfinished. */
export interface Row {
  readonly kind: 'row';
  /** Stays the same while the row is edited. */
  readonly key: number;
  /** API name; empty while none is chosen. */
  readonly field: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** Rows and sections joined by one word. */
export interface Section {
  readonly kind: 'section';
  readonly key: number;
  readonly join: 'and' | 'or';
  readonly members: readonly Part[];
}

export type Part = Row | Section;

/** How deep sections can stand in one another, the outermost not counted. */
export const MAX_NESTING = 2;

let lastKey = 0;
export const nextKey = (): number => (lastKey += 1);

export const emptyRow = (): Row => ({
  kind: 'row',
  key: nextKey(),
  field: '',
  operator: 'equals',
  values: [],
});

/** Criteria as rows; undefined when rows cannot show them: an unknown field, a value that fits none, too deep. */
export function readRows(criteria: Criteria | null, fields: CriteriaFields): Section | undefined {
  if (!criteria) return section('and', []);
  if (!isSound(criteria, fields) || depthOf(criteria) > MAX_NESTING + 1) return undefined;
  const part = toPart(criteria);
  return part.kind === 'row' ? section('and', [part]) : part;
}

const section = (join: Section['join'], members: readonly Part[]): Section => ({
  kind: 'section',
  key: nextKey(),
  join,
  members,
});

const depthOf = (criteria: Criteria): number =>
  criteria.kind === 'comparison' ? 0 : 1 + Math.max(...criteria.members.map(depthOf));

function toPart(criteria: Criteria): Part {
  if (criteria.kind === 'group') return section(criteria.operator, criteria.members.map(toPart));
  const { field, operator, values } = criteria;
  return { kind: 'row', key: nextKey(), field, operator, values };
}

/** Whether a part of criteria names fields that are there and can be compared this way. */
function isSound(criteria: Criteria, fields: CriteriaFields): boolean {
  try {
    // A path into a lookup is no field that a row can choose.
    checkCriteria(criteria, typesOf(fields));
    return rowsOf(toPart(criteria)).every(({ field }) => fields.has(field));
  } catch (error) {
    if (error instanceof CriteriaError) return false;
    throw error;
  }
}

/** All rows, from top to bottom: their place is their number. */
export const rowsOf = (part: Part): readonly Row[] =>
  part.kind === 'row' ? [part] : part.members.flatMap(rowsOf);

/** What a row lacks; undefined when it is complete and sound. */
export function faultOf(row: Row, fields: CriteriaFields): 'field' | 'missing' | 'wrong' | undefined {
  if (!fields.has(row.field)) return 'field';
  try {
    checkCriteria(toComparison(row), typesOf(fields));
    return undefined;
  } catch (error) {
    if (!(error instanceof CriteriaError)) throw error;
    return error.fault === 'syntax' ? 'missing' : 'wrong';
  }
}

const toComparison = ({ field, operator, values }: Row) =>
  comparison(
    field,
    operator,
    values.map((value) => value.trim()),
    { field },
  );

/** The criteria that rows stand for; null for none. @throws CriteriaError when a row is incomplete */
export function writeRows(root: Section): Criteria | null {
  return toCriteria(root) ?? null;
}

function toCriteria(part: Part): Criteria | undefined {
  if (part.kind === 'row') return toComparison(part);
  const members = part.members.map(toCriteria).filter((member) => member !== undefined);
  return members.length > 0 ? group(part.join, members) : undefined;
}

/** How the rows are joined, by their numbers: `1 and (2 or 3)`. */
export function patternOf(
  root: Section,
  terms: Record<Section['join'], string>,
  number: (n: number) => string,
): string {
  let row = 0;
  const write = (part: Part): string => {
    if (part.kind === 'row') return number((row += 1));
    const text = part.members.map(write).join(` ${terms[part.join]} `);
    return part === root || part.members.length === 1 ? text : `(${text})`;
  };
  return write(root);
}
