import {
  CrmError,
  failed,
  followRoom,
  loading,
  ready,
  Store,
  toCrmError,
  type CrmClient,
  type Follower,
  type Resource,
  type Running,
} from '@crm-elements/core';
import type { recordsRoom } from '@crm-elements/contract';
import type { Question } from '../read/question.js';
import { countRows, readPage, readRows } from '../read/read-page.js';
import { reduceList, type ListChange, type ListState } from './list-state.js';

/** Rows of a page; two or three times what a screen shows. */
const PAGE = 100;
/** A list is heavier than a catch-up read: at most one a second. */
const GAP = 1_000;

const roomOf: typeof recordsRoom = (module) => `records/${module}`;

/** The records that a question asks for; they stay where they are when something changes. */
export class ListStore implements Running {
  readonly state = new Store<Resource<ListState>>(loading);
  /** Ids of the rows in sight, which are read again when the module changes. */
  inSight: readonly string[] = [];
  #isLost = false;
  #follower: Follower | undefined;

  constructor(
    private readonly client: CrmClient,
    private readonly question: Question,
  ) {}

  start(): () => void {
    this.#follower = followRoom(this.client, {
      room: roomOf(this.question.module),
      gap: GAP,
      read: async (wanted) => ({ change: await this.#read(), wanted }),
      take: ({ change, wanted }) => {
        this.#apply(change);
        void this.#count();
        return wanted;
      },
      fail: (error) => {
        this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.state.value.data));
      },
      link: (isLost) => {
        this.#isLost = isLost;
        if (this.state.value.data) this.#show(this.state.value.data);
      },
    });
    return () => this.#follower?.stop();
  }

  /** Reads what is shown again, without moving it: a reader's retry, or after a write. */
  refresh(): void {
    this.#follower?.refresh();
  }

  /** Begins anew at the first page: the reader wants to see what has come. */
  async restart(): Promise<void> {
    try {
      this.#apply({ type: 'began', ...(await this.#page(null)) });
    } catch (error) {
      this.state.set(failed(toCrmError(error), this.state.value.data));
    }
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  async loadMore(): Promise<void> {
    const { data } = this.state.value;
    const after = data?.next;
    if (typeof after !== 'string' || data?.more === 'loading') return;
    this.#apply({ type: 'more-asked' });
    try {
      this.#apply({ type: 'more-added', after, ...(await this.#page(after)) });
    } catch (error) {
      // Left open for a day, a list has lost its place: it begins anew.
      if (error instanceof CrmError && error.code === 'EXPIRED_VALUE') await this.restart();
      else this.#apply({ type: 'more-failed' });
    }
  }

  /** Takes away rows that were deleted. */
  remove(ids: ReadonlySet<string>): void {
    this.#apply({ type: 'removed', ids });
  }

  #page(token: string | null) {
    return readPage(this.client, this.question, token, PAGE);
  }

  async #read(): Promise<ListChange> {
    const first = await this.#page(null);
    if (!this.state.value.data) return { type: 'began', ...first };
    const known = new Set(first.rows.map(({ id }) => id));
    const asked = this.inSight.filter((id) => !known.has(id)).slice(0, PAGE);
    const found = await readRows(this.client, this.question, asked);
    return { type: 'refreshed', first: first.rows, next: first.next, asked, found };
  }

  /** The number is worth a request, not an error. */
  async #count(): Promise<void> {
    const { data } = this.state.value;
    if (!data) return;
    const isWhole = data.next === null;
    const total = isWhole
      ? data.rows.length
      : await countRows(this.client, this.question).catch(() => undefined);
    if (this.state.value.data) this.#apply({ type: 'counted', total });
  }

  #apply(change: ListChange): void {
    this.#show(reduceList(this.state.value.data, change));
  }

  #show(data: ListState): void {
    this.state.set(ready(data, this.#isLost));
  }
}
