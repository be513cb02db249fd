import type { WriteRow } from '@crm-elements/contract';
import {
  LiveStore,
  readAgain,
  readMore,
  RoomStore,
  uuid,
  type CrmClient,
  type Page,
} from '@crm-elements/core';
import { roomOf } from '../room.js';
import {
  reduceNotes,
  toNote,
  type Note,
  type NotesChange,
  type NotesState,
  type NoteText,
} from './notes-state.js';

const PAGE = '10';
const FIELDS = 'Note_Title,Note_Content,Created_By,Owner,Created_Time,Modified_Time';

const rowOf = ({ title, content }: NoteText) => ({ Note_Title: title || null, Note_Content: content });
/** What the server says of the note that was written. */
const factsOf = ([row]: WriteRow[]): Record<string, unknown> => row?.details ?? {};
const now = () => new Date().toISOString();

/** The notes of one record: live, and changed at once; what the server refuses is taken back. */
export class NotesStore extends RoomStore<NotesState, Page<Note>> {
  readonly #live = new LiveStore<NotesState | undefined, NotesChange>(undefined, reduceNotes);
  readonly #writes = new Set<Promise<unknown>>();

  constructor(
    client: CrmClient,
    private readonly module: string,
    private readonly recordId: string,
  ) {
    super(client, roomOf('Notes'));
  }

  override start(): () => void {
    const unwatch = this.#live.subscribe(() => {
      if (this.#live.value) this.show(this.#live.value);
    });
    const stop = super.start();
    return () => {
      unwatch();
      stop();
    };
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  loadMore(): Promise<void> {
    return readMore(this.#live.value, {
      read: (next) => this.#page(next),
      tell: (change) => this.#live.confirm(change),
      restart: () => this.refresh(),
    });
  }

  /** @throws {CrmError} after it was taken back */
  async add(text: NoteText): Promise<void> {
    const key = uuid();
    const note = { ...text, id: key, author: null, createdAt: now(), modifiedAt: now(), unsent: true };
    await this.#propose(key, { type: 'added', note }, async () => {
      const { data } = await this.client.call('POST /crm/v8/:module/:id/:related', {
        params: { module: this.module, id: this.recordId, related: 'Notes' },
        body: { data: [rowOf(text)] },
      });
      const { id, Created_Time, Modified_Time, Created_By } = factsOf(data);
      const facts = { id: String(id), Created_Time, Modified_Time, Created_By };
      return { type: 'added', note: { ...toNote(facts), ...text } };
    });
  }

  /** @throws {CrmError} after it was taken back */
  async change(id: string, text: NoteText): Promise<void> {
    await this.#propose(uuid(), { type: 'changed', id, text, at: now() }, async () => {
      const { data } = await this.client.call('PUT /crm/v8/:module/:id', {
        params: { module: 'Notes', id },
        body: { data: [rowOf(text)] },
      });
      const { Modified_Time: at } = factsOf(data);
      return { type: 'changed', id, text, at: typeof at === 'string' ? at : now() };
    });
  }

  /** @throws {CrmError} after it was taken back */
  async remove(id: string): Promise<void> {
    await this.#propose(uuid(), { type: 'removed', id }, async () => {
      await this.client.call('DELETE /crm/v8/:module/:id', { params: { module: 'Notes', id }, query: {} });
      return { type: 'removed', id };
    });
  }

  /** As many notes as are shown already. */
  protected async read(): Promise<Page<Note>> {
    // Our own note has another id until its answer: read before, it would stand there twice.
    await Promise.allSettled(this.#writes);
    return readAgain(this.#live.value?.rows.length ?? 0, (next) => this.#page(next));
  }

  protected take(page: Page<Note>): undefined {
    this.#live.confirm({ type: 'read', page });
  }

  async #propose(key: string, change: NotesChange, send: () => Promise<NotesChange>): Promise<void> {
    const write = this.#live.propose(key, change, send);
    this.#writes.add(write);
    try {
      await write;
    } finally {
      this.#writes.delete(write);
    }
  }

  async #page(next: string | undefined): Promise<Page<Note>> {
    const page = await this.client.call('GET /crm/v8/:module/:id/:related', {
      params: { module: this.module, id: this.recordId, related: 'Notes' },
      query: { fields: FIELDS, per_page: PAGE, ...(next !== undefined && { page_token: next }) },
    });
    return { rows: page?.data.map(toNote) ?? [], next: page?.info.next_page_token ?? null };
  }
}
