import { describe, expect, it } from 'vitest';
import { reduceNotes, toNote, type Note, type NotesChange, type NotesState } from './notes-state.js';

const note = (id: string, changes: Partial<Note> = {}): Note => ({
  id,
  title: '',
  content: `Content ${id}`,
  author: 'Grace',
  createdAt: '2026-03-04T09:30:00Z',
  modifiedAt: '2026-03-04T09:30:00Z',
  unsent: false,
  ...changes,
});

const apply = (...changes: NotesChange[]): NotesState | undefined =>
  changes.reduce<NotesState | undefined>(reduceNotes, undefined);
const ids = (state: NotesState | undefined) => state?.rows.map(({ id }) => id);
const shown = { rows: [note('3'), note('2')], next: 'next' };
const first: NotesChange = { type: 'read', page: shown };

describe('notes of a record', () => {
  it('are taken from records, whatever is missing in them', () => {
    expect(
      toNote({
        id: '1',
        Note_Title: null,
        Note_Content: 'x',
        Owner: { id: '5', name: 'Ada' },
        Created_Time: 'c',
      }),
    ).toEqual({
      id: '1',
      title: '',
      content: 'x',
      author: 'Ada',
      createdAt: 'c',
      modifiedAt: '',
      unsent: false,
    });
  });

  it('are unknown until the first page is there', () => {
    expect(apply({ type: 'added', note: note('9') })).toBeUndefined();
    expect(ids(apply(first))).toEqual(['3', '2']);
  });

  it('grow by pages, each note once', () => {
    const older: NotesChange = {
      type: 'more-added',
      after: shown,
      page: { rows: [note('2'), note('1')], next: null },
    };
    expect(apply(first, { type: 'more-asked' })?.more).toBe('loading');
    expect(apply(first, { type: 'more-failed' })?.more).toBe('failed');
    expect(apply(first, { type: 'more-asked' }, older)).toMatchObject({ next: null, more: 'idle' });
    expect(ids(apply(first, older))).toEqual(['3', '2', '1']);
  });

  it('do not take a page that belongs to a list of before', () => {
    const before = { rows: [note('1')], next: 'old' };
    const late: NotesChange = { type: 'more-added', after: before, page: { rows: [note('0')], next: null } };
    expect(ids(apply(first, late))).toEqual(['3', '2']);
  });

  it('begin with the newest, and hold it once', () => {
    const added: NotesChange = { type: 'added', note: note('4') };
    expect(ids(apply(first, added, added))).toEqual(['4', '3', '2']);
  });

  it('are changed and removed in their place', () => {
    const text = { title: 'T', content: 'new' };
    const state = apply(first, { type: 'changed', id: '2', text, at: 'later' });
    expect(state?.rows[1]).toMatchObject({ id: '2', ...text, modifiedAt: 'later' });
    expect(ids(apply(first, { type: 'removed', id: '3' }))).toEqual(['2']);
  });
});
