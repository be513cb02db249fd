import type { CrmRecord } from '@crm-elements/contract';
import { failed, readMore, RoomStore, toCrmError, type CrmClient, type Page } from '@crm-elements/core';
import { roomOf } from '../../room.js';
import type { Question } from '../read/question.js';
import { countRows, readPage, readRows } from '../read/read-page.js';
import { reduceList, type ListChange, type ListState } from './list-state.js';

/** Rows of a page; two or three times what a screen shows. */
const PAGE = 100;

/** The records that a question asks for; they stay where they are when something changes. */
export class ListStore extends RoomStore<ListState, ListChange> {
  /** Ids of the rows in sight, which are read again when the module changes. */
  inSight: readonly string[] = [];

  constructor(
    client: CrmClient,
    private readonly question: Question,
  ) {
    super(client, roomOf(question.module));
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
  loadMore(): Promise<void> {
    return readMore(this.state.value.data, {
      read: (next) => this.#page(next),
      tell: (change) => this.#apply(change),
      restart: () => this.restart(),
    });
  }

  /** Takes away rows that were deleted. */
  remove(ids: ReadonlySet<string>): void {
    this.#apply({ type: 'removed', ids });
  }

  /** Reads what is shown again, without moving it. */
  protected async read(): Promise<ListChange> {
    const first = await this.#page(null);
    if (!this.state.value.data) return { type: 'began', ...first };
    const known = new Set(first.rows.map(({ id }) => id));
    const asked = this.inSight.filter((id) => !known.has(id)).slice(0, PAGE);
    const found = await readRows(this.client, this.question, asked);
    return { type: 'refreshed', first: first.rows, next: first.next, asked, found };
  }

  protected take(change: ListChange): undefined {
    this.#apply(change);
    void this.#count();
  }

  #page(next: string | null): Promise<Page<CrmRecord>> {
    return readPage(this.client, this.question, next, PAGE);
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
    this.show(reduceList(this.state.value.data, change));
  }
}
