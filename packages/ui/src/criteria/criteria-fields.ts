import type { FieldDescription } from '@crm-elements/contract';
import {
  hasOperator,
  kindOf,
  operators,
  type FieldType,
  type FieldTypes,
  type Kind,
  type Operator,
} from '@crm-elements/contract/criteria';

/** A field that criteria can compare. */
export interface CriteriaField {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly kind: Kind;
  /** Values of a pick list. */
  readonly choices: readonly { value: string; label: string }[];
  /** API name of the module that a lookup leads to. */
  readonly module: string | undefined;
}

/** Fields by API name, in the order of the module. */
export type CriteriaFields = ReadonlyMap<string, CriteriaField>;

/** What a field is to criteria; tags are text to those who read metadata. */
function typeOf({ api_name: name, data_type: type }: FieldDescription): FieldType | undefined {
  if (name === 'Tag') return 'tag';
  return (kindOf as (type: string) => Kind | undefined)(type) && (type as FieldType);
}

export function criteriaFields(fields: readonly FieldDescription[]): CriteriaFields {
  const known = fields.flatMap((field): CriteriaField[] => {
    const type = typeOf(field);
    if (!type) return [];
    return [
      {
        name: field.api_name,
        label: field.display_label,
        type,
        kind: kindOf(type),
        choices: field.pick_list_values.map(({ actual_value: value, display_value: label }) => ({
          value,
          label,
        })),
        module: type === 'lookup' ? field.lookup.module?.api_name : undefined,
      },
    ];
  });
  return new Map(known.map((field) => [field.name, field]));
}

export const typesOf =
  (fields: CriteriaFields): FieldTypes =>
  (name) =>
    fields.get(name)?.type;

const choosing: readonly Operator[] = ['in', 'not_in', 'is_empty', 'is_not_empty'];

/** Comparators that are offered for a field, and the present one: those that say something about its values. */
export function operatorsFor(field: CriteriaField, present?: Operator): Operator[] {
  const isOffered = (operator: Operator) =>
    field.kind === 'boolean'
      ? operator === 'equals'
      : field.choices.length === 0 || choosing.includes(operator);
  return operators.filter(
    (operator) => operator === present || (hasOperator(field.type, operator) && isOffered(operator)),
  );
}
