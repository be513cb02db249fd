import type { CrmRecord } from '@crm-elements/contract';
import { reducePages, type Page, type Pages, type PagesChange } from '@crm-elements/core';

/** What a person writes in a note. */
export interface NoteText {
  title: string;
  content: string;
}

/** A note of a record. */
export interface Note extends NoteText {
  id: string;
  /** Who wrote it; null while the server has not said so: the reader. */
  author: string | null;
  createdAt: string;
  modifiedAt: string;
  /** It is on its way: it cannot be changed yet. */
  unsent: boolean;
}

/** Notes of a record, newest first. */
export type NotesState = Pages<Note>;

export type NotesChange =
  | PagesChange<Note>
  | { type: 'read'; page: Page<Note> }
  | { type: 'added'; note: Note }
  | { type: 'changed'; id: string; text: NoteText; at: string }
  | { type: 'removed'; id: string };

const nameOf = (person: unknown): string | null =>
  typeof person === 'object' && person !== null && 'name' in person ? String(person.name) : null;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const toNote = (record: CrmRecord): Note => ({
  id: record.id,
  title: textOf(record.Note_Title),
  content: textOf(record.Note_Content),
  author: nameOf(record.Created_By) ?? nameOf(record.Owner),
  createdAt: textOf(record.Created_Time),
  modifiedAt: textOf(record.Modified_Time),
  unsent: false,
});

/** Undefined until the first page is there. */
export function reduceNotes(state: NotesState | undefined, change: NotesChange): NotesState | undefined {
  if (change.type === 'read') return { ...change.page, more: 'idle' };
  if (!state) return state;
  const { rows } = state;
  switch (change.type) {
    case 'added':
      return { ...state, rows: [change.note, ...rows.filter(({ id }) => id !== change.note.id)] };
    case 'changed':
      return {
        ...state,
        rows: rows.map((note) =>
          note.id === change.id ? { ...note, ...change.text, modifiedAt: change.at } : note,
        ),
      };
    case 'removed':
      return { ...state, rows: rows.filter(({ id }) => id !== change.id) };
    default:
      return reducePages(state, change);
  }
}
