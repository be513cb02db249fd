import type { TimelineEntry } from '@crm-elements/contract';
import { PagesStore, type CrmClient, type Page } from '@crm-elements/core';
import { visitsRoom } from '../shared/room.js';

const PAGE = 30;

interface Question {
  recordId: string;
  portalId: string;
  /** Kinds of entries; all when empty. */
  kinds: readonly TimelineEntry['kind'][];
}

/** What a person did and what the CRM holds of them, newest first; live. */
export class TimelineStore extends PagesStore<TimelineEntry> {
  constructor(
    client: CrmClient,
    private readonly question: Question,
  ) {
    super(client, visitsRoom);
  }

  protected async page(cursor: string | undefined): Promise<Page<TimelineEntry>> {
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
