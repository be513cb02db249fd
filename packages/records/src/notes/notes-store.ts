import type { recordsRoom, WriteRow } from '@crm-elements/contract';
import {
  failed,
  followRoom,
  LiveStore,
  loading,
  ready,
  Store,
  uuid,
  type CrmClient,
  type CrmError,
  type Follower,
  type Resource,
  type Running,
} from '@crm-elements/core';
import {
  reduceNotes,
  toNote,
  type NotesChange,
  type NotesPage,
  type NotesState,
  type NoteText,
} from './notes-state.js';

/** Notes are written all the time somewhere: at most one read a second. */
const GAP = 1_000;
const PAGE = '10';
const FIELDS = 'Note_Title,Note_Content,Created_By,Owner,Created_Time,Modified_Time';
const roomOf: typeof recordsRoom = (module) => `records/${module}`;

const rowOf = ({ title, content }: NoteText) => ({ Note_Title: title || null, Note_Content: content });
/** What the server says of the note that was written. */
const factsOf = ([row]: WriteRow[]): Record<string, unknown> => row?.details ?? {};
const now = () => new Date().toISOString();

/** The notes of one record: live, and changed at once; what the server refuses is taken back. */
export class NotesStore implements Running {
  readonly state = new Store<Resource<NotesState>>(loading);
  readonly #live = new LiveStore<NotesState | undefined, NotesChange>(undefined, reduceNotes);
  readonly #writes = new Set<Promise<unknown>>();
  #follower: Follower | undefined;
  #isLost = false;

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
    private readonly recordId: string,
  ) {}

  start(): () => void {
    const unwatch = this.#live.subscribe(() => this.#show());
    this.#follower = followRoom(this.client, {
      room: roomOf('Notes'),
      gap: GAP,
      read: async (wanted) => ({ page: await this.#again(), wanted }),
      take: ({ page, wanted }) => {
        this.#live.confirm({ type: 'read', ...page });
        return wanted;
      },
      fail: (error) => this.#fail(error),
      link: (isLost) => {
        this.#isLost = isLost;
        this.#show();
      },
    });
    return () => {
      unwatch();
      this.#follower?.stop();
    };
  }

  /** Reads the notes now: a reader's retry. */
  refresh(): void {
    this.#follower?.refresh();
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  async loadMore(): Promise<void> {
    const token = this.#live.value?.nextToken;
    if (typeof token !== 'string' || this.#live.value?.more === 'loading') return;
    this.#live.confirm({ type: 'more-asked' });
    try {
      this.#live.confirm({ type: 'more-added', token, ...(await this.#page(token)) });
    } catch {
      this.#live.confirm({ type: 'more-failed' });
    }
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

  async #propose(key: string, change: NotesChange, send: () => Promise<NotesChange>): Promise<void> {
    const write = this.#live.propose(key, change, send);
    this.#writes.add(write);
    try {
      await write;
    } finally {
      this.#writes.delete(write);
    }
  }

  /** As many notes as are shown already. */
  async #again(): Promise<NotesPage> {
    // Our own note has another id until its answer: read before, it would stand there twice.
    await Promise.allSettled(this.#writes);
    const count = this.#live.value?.notes.length ?? 0;
    let all = await this.#page();
    while (all.nextToken !== null && all.notes.length < count) {
      const next = await this.#page(all.nextToken);
      all = { ...next, notes: [...all.notes, ...next.notes] };
    }
    return all;
  }

  async #page(token?: string): Promise<NotesPage> {
    const page = await this.client.call('GET /crm/v8/:module/:id/:related', {
      params: { module: this.module, id: this.recordId, related: 'Notes' },
      query: { fields: FIELDS, per_page: PAGE, ...(token !== undefined && { page_token: token }) },
    });
    return { notes: page?.data.map(toNote) ?? [], nextToken: page?.info.next_page_token ?? null };
  }

  #fail(error: CrmError): void {
    // A right that was taken away takes the data along.
    this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.#live.value));
  }

  #show(): void {
    const { value } = this.#live;
    if (value) this.state.set(ready(value, this.#isLost));
  }
}
