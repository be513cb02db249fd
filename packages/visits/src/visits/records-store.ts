import type { CrmRecord, RecordPage } from '@crm-elements/contract';
import {
  loading,
  readAgain,
  readMore,
  reducePages,
  RoomStore,
  withNewest,
  type CrmClient,
  type Page,
  type Pages,
} from '@crm-elements/core';
import { visitsRoom } from '../shared/room.js';

/** Reads one page: the newest, or the one that a token leads to; undefined when there is nothing. */
type ReadPage = (pageToken: string | undefined) => Promise<RecordPage | undefined>;

/**
 * A list of records that follows the visits. When they have changed, its newest page is read again; a list in another
 * order is read as far as it is shown, since what has changed may stand anywhere.
 */
export class RecordsStore<T extends CrmRecord> extends RoomStore<Pages<T>, Page<T>> {
  constructor(
    client: CrmClient,
    private readonly readPage: ReadPage,
    private readonly order: 'newest' | 'sorted' = 'newest',
  ) {
    super(client, visitsRoom);
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  loadMore(): Promise<void> {
    return readMore(this.state.value.data, {
      read: (next) => this.#page(next),
      tell: (change) => this.show(reducePages(this.#pages, change)),
      restart: () => this.#restart(),
    });
  }

  protected read(): Promise<Page<T>> {
    if (this.order === 'newest') return this.#page(undefined);
    return readAgain(this.#pages.rows.length, (token) => this.#page(token));
  }

  protected take(page: Page<T>): undefined {
    this.show(this.order === 'newest' ? withNewest(this.#pages, page) : { ...this.#pages, ...page });
  }

  get #pages(): Pages<T> {
    return this.state.value.data ?? { rows: [], next: null, more: 'idle' };
  }

  #restart(): void {
    this.state.set(loading);
    this.refresh();
  }

  async #page(token: string | undefined): Promise<Page<T>> {
    const page = await this.readPage(token);
    return { rows: (page?.data ?? []) as T[], next: page?.info.next_page_token ?? null };
  }
}
