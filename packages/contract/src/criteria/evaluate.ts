import type { Criteria } from './ast.js';
import { kindOf, type FieldType, type FieldTypes } from './field-types.js';
import type { Context, Operand, Range, RangeKind } from './operands.js';
import { predicateOf, targetOf, type Predicate, type Target, type TextMatch } from './predicate.js';

/** A record as the API shows it. */
export type RecordValues = Readonly<Record<string, unknown>>;

/**
 * Whether a record meets criteria. Text compares without regard to case; of a field with several options, any may
 * fit; what is not equal, not in, ... holds for an empty field too.
 * @throws CriteriaError when the criteria do not fit the types
 */
export function evaluate(
  criteria: Criteria,
  record: RecordValues,
  types: FieldTypes,
  context: Context = {},
): boolean {
  if (criteria.kind === 'group') {
    // Every member is looked at, so that wrong criteria are wrong for every record.
    const results = criteria.members.map((member) => evaluate(member, record, types, context));
    return criteria.operator === 'and' ? results.every(Boolean) : results.some(Boolean);
  }
  const target = targetOf(criteria.field, types);
  return holds(predicateOf(criteria, target.type, context), read(record, target), target.type);
}

/** @throws CriteriaError when criteria name an unknown field, or an operator or value that its type does not have */
export function checkCriteria(criteria: Criteria, types: FieldTypes, context: Context = {}): void {
  evaluate(criteria, {}, types, context);
}

function read(record: RecordValues, { field, part }: Target): unknown {
  const value = own(record, field) ?? field.split('.').reduce<unknown>(own, record);
  return part === undefined ? value : own(value, part);
}

/** What an object itself holds under a name: never what it inherits. */
function own(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as RecordValues)[name];
}

function holds(predicate: Predicate, value: unknown, type: FieldType): boolean {
  switch (predicate.test) {
    case 'empty':
      return isEmpty(value, type) !== predicate.negated;
    case 'boolean':
      return (value === true || value === 'true') === predicate.value;
    case 'text': {
      const { match, texts, negated } = predicate;
      const options: unknown[] = Array.isArray(value) ? value : [value];
      const found = options.map(toText).some((option) => option !== '' && fits(match, option, texts));
      return found !== negated;
    }
    case 'range': {
      const operand = toOperand(value, predicate.ranges[0]?.kind);
      const found = operand !== undefined && predicate.ranges.some((range) => isWithin(operand, range));
      return found !== predicate.negated;
    }
    case 'reference': {
      const { ids, match, names, negated } = predicate;
      const name = toText(own(value, 'name'));
      const found = ids.includes(idOf(value)) || (name !== '' && fits(match, name, names));
      return found !== negated;
    }
  }
}

const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Simple folding, as PostgreSQL's: one character stays one. */
const fold = (text: string) =>
  text.replaceAll('\u0130', 'i').replace(/\p{Changes_When_Lowercased}/gu, (char) => char.toLowerCase());

const matches: Record<TextMatch, (text: string, part: string) => boolean> = {
  equals: (text, part) => text === part,
  contains: (text, part) => text.includes(part),
  starts_with: (text, part) => text.startsWith(part),
  ends_with: (text, part) => text.endsWith(part),
};

function fits(match: TextMatch, text: string, parts: readonly string[]): boolean {
  const folded = fold(text);
  return parts.some((part) => matches[match](folded, fold(part)));
}

/** A lookup is given whole or by its id alone. */
const idOf = (value: unknown) => toText(own(value, 'id') ?? value);

function isEmpty(value: unknown, type: FieldType): boolean {
  switch (kindOf(type)) {
    case 'options':
      return !Array.isArray(value) || value.length === 0;
    case 'reference':
      return idOf(value) === '';
    case 'text':
      return toText(value) === '';
    default:
      return value === undefined || value === null || value === '';
  }
}

function toOperand(value: unknown, kind: RangeKind | undefined): Operand | undefined {
  const text = toText(value);
  if (text === '') return undefined;
  switch (kind) {
    case 'number':
      return Number.isNaN(Number(text)) ? undefined : Number(text);
    case 'bigint':
      return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
    case 'datetime':
      return Number.isNaN(Date.parse(text)) ? undefined : Date.parse(text);
    default:
      return text;
  }
}

function isWithin(operand: Operand, { lower, upper }: Range): boolean {
  if (lower && !(lower.inclusive ? operand >= lower.value : operand > lower.value)) return false;
  return !upper || (upper.inclusive ? operand <= upper.value : operand < upper.value);
}
