import type { FieldDescription, FieldInput, ToldField } from '@crm-elements/contract';
import type { FieldWords } from './i18n/index.js';

/** Types that a page's values can have; the names are those of the API. */
export type OfferedType = keyof FieldWords['types'];

/** A field while it is made or changed: everything as it was typed. */
export interface FieldDraft {
  label: string;
  type: OfferedType;
  length: string;
  decimals: string;
  /** One a line. */
  values: string;
}

/** Longest line of text, and the places of a number, where nothing else is said. */
const MAX_TEXT = 255;
const DECIMALS = 2;

export const blankField: FieldDraft = {
  label: '',
  type: 'text',
  length: String(MAX_TEXT),
  decimals: String(DECIMALS),
  values: '',
};

export const draftOfTold = ({ label, data_type: type, values }: ToldField): FieldDraft => ({
  ...blankField,
  label,
  type,
  values: values.map(String).join('\n'),
});

export const draftOfField = (field: FieldDescription): FieldDraft => ({
  label: field.field_label,
  type: field.data_type as OfferedType,
  length: String(field.length),
  decimals: String(field.decimal_place ?? DECIMALS),
  values: field.pick_list_values.map(({ actual_value: value }) => value).join('\n'),
});

export const hasDecimals = (type: OfferedType): boolean =>
  type === 'double' || type === 'currency' || type === 'percent';

/** Lines that hold something. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** As the API takes it. */
export const inputOfField = ({ label, type, length, decimals, values }: FieldDraft): FieldInput => ({
  field_label: label.trim(),
  data_type: type,
  ...(type === 'text' && { length: Number(length) }),
  ...(hasDecimals(type) && { decimal_place: Number(decimals) }),
  ...(type === 'picklist' && {
    pick_list_values: linesOf(values).map((value) => ({ display_value: value })),
  }),
});
