import type { CrmRecord, recordsRoom } from '@crm-elements/contract';
import {
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

const GAP = 1_000;
const PAGE = '10';
const roomOf: typeof recordsRoom = (module) => `records/${module}`;

/** Rows of a related list, read page by page. */
export interface RelatedRows {
  rows: readonly CrmRecord[];
  /** Leads to the next page; null when everything is here. */
  nextToken: string | null;
  more: 'idle' | 'loading' | 'failed';
}

interface Place {
  module: string;
  recordId: string;
  /** API name of the list. */
  list: string;
  /** API name of the module of its rows. */
  rowModule: string;
  /** API names of the fields to read. */
  fields: readonly string[];
}

/** A related list of one record; begins anew when records of its module have changed. */
export class RelatedStore implements Running {
  readonly state = new Store<Resource<RelatedRows>>(loading);
  #isLost = false;
  #follower: Follower | undefined;

  constructor(
    private readonly client: CrmClient,
    private readonly place: Place,
  ) {}

  start(): () => void {
    this.#follower = followRoom(this.client, {
      room: roomOf(this.place.rowModule),
      gap: GAP,
      read: async (wanted) => ({ page: await this.#again(), wanted }),
      take: ({ page, wanted }) => {
        this.#show(page);
        return wanted;
      },
      fail: (error) =>
        this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.state.value.data)),
      link: (isLost) => {
        this.#isLost = isLost;
        if (this.state.value.data) this.#show(this.state.value.data);
      },
    });
    return () => this.#follower?.stop();
  }

  refresh(): void {
    this.#follower?.refresh();
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  async loadMore(): Promise<void> {
    const { data } = this.state.value;
    if (!data?.nextToken || data.more === 'loading') return;
    this.#show({ ...data, more: 'loading' });
    try {
      const page = await this.#page(data.nextToken);
      // The list began anew while this page was under way.
      if (this.state.value.data?.nextToken === data.nextToken)
        this.#show({ ...page, rows: [...data.rows, ...page.rows] });
    } catch {
      const { data: now } = this.state.value;
      if (now) this.#show({ ...now, more: 'failed' });
    }
  }

  /** Links a record, where the list is one of links. @throws {CrmError} */
  async link(rowId: string): Promise<void> {
    const { module, recordId: id, list: related } = this.place;
    await this.client.call('PUT /crm/v8/:module/:id/:related/:row', {
      params: { module, id, related, row: rowId },
      body: { data: [{}] },
    });
    this.refresh();
  }

  /** As many rows as are shown already. */
  async #again(): Promise<RelatedRows> {
    const count = this.state.value.data?.rows.length ?? 0;
    let all = await this.#page();
    while (all.nextToken !== null && all.rows.length < count) {
      const next = await this.#page(all.nextToken);
      all = { ...next, rows: [...all.rows, ...next.rows] };
    }
    return all;
  }

  async #page(token?: string): Promise<RelatedRows> {
    const { module, recordId: id, list: related, fields } = this.place;
    const page = await this.client.call('GET /crm/v8/:module/:id/:related', {
      params: { module, id, related },
      query: { fields: fields.join(), per_page: PAGE, ...(token !== undefined && { page_token: token }) },
    });
    return { rows: page?.data ?? [], nextToken: page?.info.next_page_token ?? null, more: 'idle' };
  }

  #show(data: RelatedRows): void {
    this.state.set(ready(data, this.#isLost));
  }
}
