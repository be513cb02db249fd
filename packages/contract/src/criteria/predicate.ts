import type { Comparison } from './ast.js';
import { CriteriaError } from './criteria-error.js';
import { hasOperator, kindOf, type FieldType, type FieldTypes } from './field-types.js';
import { readBoolean, readId, readRange, readText, type Context, type Range } from './operands.js';

export type TextMatch = 'equals' | 'contains' | 'starts_with' | 'ends_with';

/**
 * What a comparison means, once the type of its field is known. Memory and SQL both follow this. What is `negated`
 * holds for an empty field as well.
 */
export type Predicate =
  | { readonly test: 'empty'; readonly negated: boolean }
  | { readonly test: 'boolean'; readonly value: boolean }
  | {
      /** Any of the texts fits; of several options of the field, any. */
      readonly test: 'text';
      readonly match: TextMatch;
      readonly texts: readonly string[];
      readonly negated: boolean;
    }
  | {
      /** Any of the ranges holds the value. */
      readonly test: 'range';
      readonly ranges: readonly Range[];
      readonly negated: boolean;
    }
  | {
      /** The id is one of these, or the name fits. */
      readonly test: 'reference';
      readonly ids: readonly string[];
      readonly match: TextMatch;
      readonly names: readonly string[];
      readonly negated: boolean;
    };

/** A field as it is compared: the field that holds it, and which side of a lookup is meant. */
export interface Target {
  readonly field: string;
  readonly type: FieldType;
  /** `Account_Name.id` and `Account_Name.name` are parts of the lookup `Account_Name`. */
  readonly part?: 'id' | 'name';
}

/** @throws CriteriaError when there is no such field */
export function targetOf(name: string, types: FieldTypes): Target {
  const type = types(name);
  if (type) return { field: name, type };
  const [, lookup = '', part] = /^(.+)\.(id|name)$/.exec(name) ?? [];
  const whole = lookup ? types(lookup) : undefined;
  if (whole && kindOf(whole) === 'reference' && (part === 'id' || part === 'name')) {
    return { field: lookup, type: part === 'id' ? 'bigint' : 'text', part };
  }
  throw new CriteriaError('field', `there is no field ${name}`, { field: name });
}

/**
 * What a comparison means for a field of this type.
 * @throws CriteriaError when the type has no such operator or a value is none of the type
 */
export function predicateOf(comparison: Comparison, type: FieldType, context: Context): Predicate {
  const { field, operator, values } = comparison;
  if (!hasOperator(type, operator))
    throw new CriteriaError('operator', `${field} cannot be compared by ${operator}`, { field });
  if (operator === 'is_empty' || operator === 'is_not_empty')
    return { test: 'empty', negated: operator === 'is_not_empty' };
  const negated = operator.startsWith('not_');
  const positive = operator === 'not_equal' ? 'equals' : negated ? operator.slice('not_'.length) : operator;
  const kind = kindOf(type);
  const match = positive === 'in' ? 'equals' : (positive as TextMatch);
  switch (kind) {
    case 'text':
    case 'options':
      return { test: 'text', match, texts: values.map((value) => readText(value, context)), negated };
    case 'boolean':
      return { test: 'boolean', value: readBoolean(values[0] ?? '', field) !== negated };
    case 'reference': {
      const read = values.map((value) => readText(value, context));
      // Ids have 15 digits or more; a name may be a number, but not such a one.
      const isId = (value: string) => match === 'equals' && /^[1-9]\d{14,18}$/.test(value);
      const ids = read.filter(isId).map((id) => readId(id, field));
      return { test: 'reference', ids, match, names: read.filter((value) => !isId(value)), negated };
    }
    default: {
      const ranges =
        positive === 'between'
          ? [readRange(kind, 'between', values, field, context)]
          : values.map((value) => readRange(kind, positive, [value], field, context));
      return { test: 'range', ranges, negated };
    }
  }
}
