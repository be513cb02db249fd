import type { CrmRecord } from '@crm-elements/contract';

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

export interface NotesPage {
  notes: readonly Note[];
  /** Leads to the next page; null when everything is here. */
  nextToken: string | null;
}

/** Notes of a record, newest first. */
export interface NotesState extends NotesPage {
  more: 'idle' | 'loading' | 'failed';
}

export type NotesChange =
  | ({ type: 'read' } & NotesPage)
  | { type: 'more-asked' }
  | { type: 'more-failed' }
  /** @param token which page it is: a list that began anew meanwhile does not take it */
  | ({ type: 'more-added'; token: string } & NotesPage)
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

/** Notes that are not known yet. */
const without = (notes: readonly Note[], known: readonly Note[]) => {
  const ids = new Set(known.map(({ id }) => id));
  return notes.filter(({ id }) => !ids.has(id));
};

/** Undefined until the first page is there. */
export function reduceNotes(state: NotesState | undefined, change: NotesChange): NotesState | undefined {
  if (change.type === 'read') return { notes: change.notes, nextToken: change.nextToken, more: 'idle' };
  if (!state) return state;
  const { notes } = state;
  switch (change.type) {
    case 'more-asked':
      return { ...state, more: 'loading' };
    case 'more-failed':
      return { ...state, more: 'failed' };
    case 'more-added':
      if (change.token !== state.nextToken) return state;
      return {
        notes: [...notes, ...without(change.notes, notes)],
        nextToken: change.nextToken,
        more: 'idle',
      };
    case 'added':
      return { ...state, notes: [change.note, ...without(notes, [change.note])] };
    case 'changed':
      return {
        ...state,
        notes: notes.map((note) =>
          note.id === change.id ? { ...note, ...change.text, modifiedAt: change.at } : note,
        ),
      };
    case 'removed':
      return { ...state, notes: notes.filter(({ id }) => id !== change.id) };
  }
}
