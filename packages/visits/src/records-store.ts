import type { CrmRecord, RecordPage } from '@crm-elements/contract';
import {
  loading,
  readMore,
  reducePages,
  RoomStore,
  withNewest,
  type CrmClient,
  type Page,
  type Pages,
} from '@crm-elements/core';
import { visitsRoom } from './room.js';

/** Reads one page: the newest, or the one that a token leads to; undefined when there is nothing. */
type ReadPage = (pageToken: string | undefined) => Promise<RecordPage | undefined>;

/** A list of records that follows the visits: the newest page is read again when they have changed. */
export class RecordsStore<T extends CrmRecord> extends RoomStore<Pages<T>, Page<T>> {
  constructor(
    client: CrmClient,
    private readonly readPage: ReadPage,
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
    return this.#page(undefined);
  }

  protected take(page: Page<T>): undefined {
    this.show(withNewest(this.#pages, page));
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
