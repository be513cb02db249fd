import { failed, LiveStore, loading, ready, Store, toCrmError, uuid } from '@crm-elements/core';
import type { Resource, Running } from '@crm-elements/core';
import {
  emptyList,
  reduceList,
  type ListChange,
  type ListPage,
  type ListState,
  type Row,
} from './list-state.js';

/** A list of settings, read page by page; a change shows at once and is taken back when it is refused. */
export class ListStore<T extends Row> implements Running {
  readonly state = new Store<Resource<ListState<T>>>(loading);
  readonly #list = new LiveStore<ListState<T>, ListChange<T>>(emptyList, reduceList);
  #page = 0;
  /** Counts the readings, so that only the latest one is taken in. */
  #reading = 0;

  constructor(private readonly readPage: (page: number) => Promise<ListPage<T>>) {}

  start(): () => void {
    const end = this.#list.subscribe(() => this.state.set(ready(this.#list.value)));
    void this.refresh();
    return () => {
      this.#reading++;
      end();
    };
  }

  /** Reads the list anew. A failure is told in the state. */
  async refresh(): Promise<void> {
    const reading = ++this.#reading;
    try {
      const page = await this.readPage(1);
      if (reading !== this.#reading) return;
      this.#page = 1;
      this.#list.confirm({ type: 'first', ...page });
    } catch (error) {
      if (reading === this.#reading) this.state.set(failed(toCrmError(error), this.state.value.data));
    }
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  async loadMore(): Promise<void> {
    const { hasMore, more } = this.#list.value;
    if (!hasMore || more === 'loading') return;
    const reading = this.#reading;
    this.#list.confirm({ type: 'more-asked' });
    try {
      const page = await this.readPage(this.#page + 1);
      if (reading !== this.#reading) return;
      this.#page++;
      this.#list.confirm({ type: 'more-added', ...page });
    } catch {
      if (reading === this.#reading) this.#list.confirm({ type: 'more-failed' });
    }
  }

  /** Reads all pages that are left: a search has to know every row. */
  async loadAll(): Promise<void> {
    let page = 0;
    while (this.#list.value.hasMore && page !== this.#page) {
      page = this.#page;
      await this.loadMore();
    }
  }

  /** Takes in a row that the server has. */
  protected put(row: T): void {
    this.#list.confirm({ type: 'put', row });
  }

  protected drop(id: string): void {
    this.#list.confirm({ type: 'removed', id });
  }

  /** Shows a row as it will be while it is sent. @throws {CrmError} after it was taken back */
  protected propose(row: T, send: () => Promise<unknown>): Promise<void> {
    return this.#list.propose(uuid(), { type: 'put', row }, async () => {
      await send();
      return { type: 'put', row };
    });
  }
}
