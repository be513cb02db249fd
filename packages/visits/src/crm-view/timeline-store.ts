import type { TimelineEntry } from '@crm-elements/contract';
import {
  readAgain,
  readMore,
  reducePages,
  RoomStore,
  type CrmClient,
  type Page,
  type Pages,
} from '@crm-elements/core';
import { visitsRoom } from '../shared/room.js';

const PAGE = 30;

interface Question {
  recordId: string;
  portalId: string;
  /** Kinds of entries; all when empty. */
  kinds: readonly TimelineEntry['kind'][];
}

/** What a person did and what the CRM holds of them, newest first; live. */
export class TimelineStore extends RoomStore<Pages<TimelineEntry>, Page<TimelineEntry>> {
  constructor(
    client: CrmClient,
    private readonly question: Question,
  ) {
    super(client, visitsRoom);
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  loadMore(): Promise<void> {
    return readMore(this.state.value.data, {
      read: (next) => this.#page(next),
      tell: (change) => {
        const { data } = this.state.value;
        if (data) this.show(reducePages(data, change));
      },
      restart: () => this.refresh(),
    });
  }

  protected read(): Promise<Page<TimelineEntry>> {
    return readAgain(this.state.value.data?.rows.length ?? 0, (next) => this.#page(next));
  }

  protected take(page: Page<TimelineEntry>): undefined {
    this.show({ more: 'idle', ...page });
  }

  async #page(cursor: string | undefined): Promise<Page<TimelineEntry>> {
    const { recordId, portalId, kinds } = this.question;
    const { data, next_cursor: next } = await this.client.call('GET /v1/crm-view/:id/timeline', {
      params: { id: recordId },
      query: {
        limit: PAGE,
        ...(kinds.length > 0 && { kinds: kinds.join(',') }),
        ...(portalId && { portal_id: portalId }),
        ...(cursor !== undefined && { cursor }),
      },
    });
    return { rows: data, next };
  }
}
