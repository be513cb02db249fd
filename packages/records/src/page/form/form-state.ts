import type { Formats } from '@crm-elements/core/lit';
import type { Draft } from '../../fields/edit/draft.js';
import { beginDraft, editorKindOf, isSame, readDraft } from '../../fields/edit/editing.js';
import type { Fault } from '../../fields/edit/fault.js';
import type { FieldDescription } from '../../fields/module-meta.js';
import type { Values } from '../../record/record-state.js';

/** What a person has typed into a form. Fields that were not touched follow the record. */
export interface FormState {
  drafts: ReadonlyMap<string, Draft>;
  /** Values of the touched fields when they were touched. */
  before: Values;
  faults: ReadonlyMap<string, Fault>;
}

export const emptyForm: FormState = { drafts: new Map(), before: {}, faults: new Map() };

/** Somebody has typed: what was wrong with the field is not known any more. */
export function typed(state: FormState, field: FieldDescription, draft: Draft, value: unknown): FormState {
  const name = field.api_name;
  const faults = new Map(state.faults);
  faults.delete(name);
  const before = name in state.before ? state.before : { ...state.before, [name]: value };
  return { drafts: new Map(state.drafts).set(name, draft), before, faults };
}

/** What was typed counts, whatever somebody else has written meanwhile. */
export const kept = (state: FormState, name: string, value: unknown): FormState => ({
  ...state,
  before: { ...state.before, [name]: value },
});

/** What somebody else has written counts. */
export function dropped(state: FormState, name: string): FormState {
  const drafts = new Map(state.drafts);
  drafts.delete(name);
  const before = Object.fromEntries(Object.entries(state.before).filter(([other]) => other !== name));
  return { ...state, drafts, before };
}

export const draftOf = (state: FormState, field: FieldDescription, value: unknown, formats: Formats): Draft =>
  state.drafts.get(field.api_name) ?? beginDraft(field, value, formats);

/** Touched fields that somebody else has changed since. */
export const clashing = (state: FormState, now: Values): string[] =>
  Object.keys(state.before).filter((name) => !isSame(now[name], state.before[name]));

/**
 * Reads the whole form.
 * @param start values that the form began with
 * @param isNew whether fields that nobody touched count as well
 * @returns the values to send, those that differ from `start`, or what is wrong in the order of the fields
 */
export function readForm(
  state: FormState,
  fields: readonly FieldDescription[],
  start: Values,
  isNew: boolean,
  formats: Formats,
): { values: Values; faults: ReadonlyMap<string, Fault> } {
  const values: Record<string, unknown> = {};
  const faults = new Map<string, Fault>();
  for (const field of fields.filter((one) => editorKindOf(one) !== undefined)) {
    const name = field.api_name;
    if (!isNew && !state.drafts.has(name)) continue;
    const reading = readDraft(field, draftOf(state, field, start[name], formats), formats);
    if ('fault' in reading) faults.set(name, reading.fault);
    else if (state.drafts.has(name) && !isSame(reading.value, start[name])) values[name] = reading.value;
  }
  return { values, faults };
}
