import type { CrmRecord, RecordPage } from '@crm-elements/contract';
import {
  CrmError,
  failed,
  followRoom,
  loading,
  ready,
  Store,
  type CrmClient,
  type Follower,
  type Resource,
  type Running,
} from '@crm-elements/core';
import { reduceRecords, type RecordsChange, type RecordsState } from './records-state.js';
import { visitsRoom } from './room.js';

/** A list is heavier than a catch-up read: at most one a second. */
const GAP = 1_000;

/** Reads one page: the newest, or the one that a token leads to; undefined when there is nothing. */
type ReadPage = (pageToken: string | undefined) => Promise<RecordPage | undefined>;

/** A list of records that follows the visits: the newest page is read again when they have changed. */
export class RecordsStore<T extends CrmRecord> implements Running {
  readonly state = new Store<Resource<RecordsState<T>>>(loading);
  #isLost = false;
  #follower: Follower | undefined;

  constructor(
    private readonly client: CrmClient,
    private readonly readPage: ReadPage,
  ) {}

  start(): () => void {
    this.#follower = followRoom(this.client, {
      room: visitsRoom,
      gap: GAP,
      // The answer does not tell its sequence: it holds at least what was known when it was asked for.
      read: async (wanted) => ({ page: await this.#page(undefined), wanted }),
      take: ({ page, wanted }) => {
        this.#apply({ type: 'newest', ...page });
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

  /** Reads the newest page now: a reader's retry. */
  refresh(): void {
    this.#follower?.refresh();
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  async loadMore(): Promise<void> {
    const { data } = this.state.value;
    const after = data?.rows.at(-1)?.id;
    if (!data?.nextToken || after === undefined || data.more === 'loading') return;
    this.#apply({ type: 'more-asked' });
    try {
      this.#apply({ type: 'more-added', after, ...(await this.#page(data.nextToken)) });
    } catch (error) {
      if (error instanceof CrmError && error.code === 'EXPIRED_VALUE') this.#restart();
      else this.#apply({ type: 'more-failed' });
    }
  }

  /** The list was left open for a day and has lost its place: it begins anew. */
  #restart(): void {
    this.state.set(loading);
    this.refresh();
  }

  async #page(token: string | undefined): Promise<{ rows: T[]; nextToken: string | null }> {
    const page = await this.readPage(token);
    return { rows: (page?.data ?? []) as T[], nextToken: page?.info.next_page_token ?? null };
  }

  #apply(change: RecordsChange<T>): void {
    this.#show(reduceRecords(this.state.value.data, change));
  }

  #show(data: RecordsState<T>): void {
    this.state.set(ready(data, this.#isLost));
  }
}
