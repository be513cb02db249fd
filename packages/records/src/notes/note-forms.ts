import type { CrmError } from '@crm-elements/core';
import type { Fault } from '../fields/edit/fault.js';
import type { NoteText } from './notes-state.js';

/** The form of the note to be added; the others are named by the id of their note. */
export const NEW = 'new';

/** Longest title that the server takes, in characters. */
export const TITLE_LIMIT = 120;

/** What was typed and not saved yet, and how saving it goes. */
export interface NoteForm {
  text: NoteText;
  sending: boolean;
  /** Why it was not saved. */
  fault: Fault | null;
}

/** Open forms by the id of their note. */
export type NoteForms = Readonly<Record<string, NoteForm>>;

export const openForm = (text: NoteText): NoteForm => ({ text, sending: false, fault: null });

export const blank: NoteForm = openForm({ title: '', content: '' });

/** The text as it is sent. */
export const tidy = ({ title, content }: NoteText): NoteText => ({
  title: title.trim(),
  content: content.trim(),
});

/** Whether there is anything to lose. */
export const isTyped = ({ text: { title, content } }: NoteForm): boolean => title !== '' || content !== '';

export function closeForm(forms: NoteForms, id: string): NoteForms {
  return Object.fromEntries(Object.entries(forms).filter(([name]) => name !== id));
}

/** Why a note was not saved, in a form that has words. */
export function noteFault({
  kind,
  code,
  details: { api_name: field, maximum_length: limit },
}: CrmError): Fault {
  if (code === 'MANDATORY_NOT_FOUND') return { code: 'required' };
  if (kind === 'offline' || kind === 'forbidden') return { code: kind };
  if (code === 'NO_PERMISSION') return { code: 'forbidden' };
  if (code === 'INVALID_DATA') {
    if (typeof limit === 'number') return { code: 'tooLong', limit };
    // Any other place than the two texts is the note itself, or its record.
    return { code: field === 'Note_Content' || field === 'Note_Title' ? 'invalid' : 'gone' };
  }
  return { code: kind === 'not_found' ? 'gone' : 'server' };
}

const isText = (value: unknown): value is NoteText =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as NoteText).title === 'string' &&
  typeof (value as NoteText).content === 'string';

/** Forms from what was kept on this device. */
export function readForms(kept: unknown): NoteForms {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([id, text]) => (isText(text) ? [[id, openForm(text)]] : [])),
  );
}

/** What is kept of the forms. */
export const keptTexts = (forms: NoteForms): Record<string, NoteText> =>
  Object.fromEntries(Object.entries(forms).map(([id, { text }]) => [id, text]));
