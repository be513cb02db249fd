import type { FieldDescription } from '@crm-elements/contract';
import type { Formats } from '@crm-elements/core/lit';
import type { Faults } from '../setup-element.js';
import { hasDecimals, linesOf, type FieldDraft } from './field-draft.js';
import type { FieldWords } from './i18n/index.js';

interface Check {
  /** The field that is changed: it never becomes shorter. */
  field: FieldDescription | undefined;
  /** Another field has the label. */
  isTaken: boolean;
  words: FieldWords;
  formats: Formats;
}

const MAX_LABEL = 100;
const MAX_TEXT = 255;
const MAX_DECIMALS = 9;

/** What is wrong with a field, by the name of the control, before the server is asked. */
export function checkField(draft: FieldDraft, { field, isTaken, words, formats }: Check): Faults {
  const { faults: terms } = words;
  const faults: Record<string, string> = {};
  const checkNumber = (name: string, text: string, minimum: number, maximum: number) => {
    if (!/^\d+$/.test(text.trim())) faults[name] = terms.number;
    else if (Number(text) < minimum || Number(text) > maximum)
      faults[name] = terms.between(formats.number(minimum), formats.number(maximum));
  };
  if (!draft.label.trim()) faults.field_label = terms.label(formats.number(MAX_LABEL));
  else if (isTaken) faults.field_label = terms.taken;
  if (draft.type === 'text') checkNumber('length', draft.length, field?.length ?? 1, MAX_TEXT);
  if (hasDecimals(draft.type))
    checkNumber('decimal_place', draft.decimals, field?.decimal_place ?? 0, MAX_DECIMALS);
  if (draft.type === 'picklist') {
    const values = linesOf(draft.values);
    if (values.length === 0) faults.pick_list_values = terms.noValues;
    else if (new Set(values).size < values.length) faults.pick_list_values = terms.sameValue;
  }
  return faults;
}
