import type { FieldDescription } from '@crm-elements/contract';
import {
  comparisonsOf,
  parseCriteria,
  type Comparison,
  type Criteria,
} from '@crm-elements/contract/criteria';
import { formatDay, formatList, type Formats } from '@crm-elements/core/lit';
import { comparatorText, type ComparatorWords } from '@crm-elements/ui';
import type { Words } from '../i18n/index.js';

/** What criteria are described with. */
export interface Description {
  words: Words;
  comparators: ComparatorWords;
  formats: Formats;
  /** Fields of the module; none while they are not known. */
  fields: readonly FieldDescription[];
}

/** More conditions than these are counted: a sentence has to stay one. */
const MOST_CONDITIONS = 2;
const MOST_VALUES = 3;

/** Which records criteria mean: spelled when they are few and plain, else counted. */
export function describeCriteria(criteria: string, description: Description): string {
  const parsed = parse(criteria);
  const spelled = parsed && spell(parsed, description);
  const { words, formats } = description;
  if (spelled !== undefined) return words.onlyWhere(spelled);
  // Criteria of a later version of the server count as one.
  const count = parsed ? comparisonsOf(parsed).length : 1;
  return words.onlyIf(formats.number(count), formats.plural(count));
}

/** Criteria of a rule were checked by the server, but by a later one perhaps. */
function parse(criteria: string): Criteria | undefined {
  try {
    return parseCriteria(criteria);
  } catch {
    return undefined;
  }
}

function spell(criteria: Criteria, description: Description): string | undefined {
  const comparisons = comparisonsOf(criteria);
  if (comparisons.length > MOST_CONDITIONS) return undefined;
  const parts = comparisons.map((one) => spellOne(one, description)).filter((one) => one !== undefined);
  if (parts.length < comparisons.length) return undefined;
  const joint = criteria.kind === 'group' ? criteria.operator : 'and';
  return parts.join(description.words.joints[joint]);
}

/** One condition; undefined when a reader could not understand it so: an id, or a field that is not known. */
function spellOne(
  { field: name, operator, values }: Comparison,
  description: Description,
): string | undefined {
  const { comparators, formats, fields } = description;
  const field = fields.find(({ api_name: known }) => known === name);
  if (!field || values.length > MOST_VALUES || field.data_type.endsWith('lookup')) return undefined;
  const shown = values.map((value) => showValue(value, field, description));
  const comparator = comparatorText(comparators, operator, field.data_type);
  return [field.field_label, comparator, formatList(formats, shown)].filter(Boolean).join(' ');
}

function showValue(value: string, field: FieldDescription, { words, formats }: Description): string {
  const choice = field.pick_list_values.find(({ actual_value: actual }) => actual === value);
  if (choice) return choice.display_value;
  if (field.data_type === 'boolean') return value === 'true' ? words.form.yes : words.form.no;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDay(formats, value);
  const isNumber = ['integer', 'bigint', 'double', 'currency', 'percent'].includes(field.data_type);
  return isNumber && Number.isFinite(Number(value)) ? formats.number(Number(value)) : value;
}
