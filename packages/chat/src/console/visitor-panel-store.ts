import type { OnlineVisitor, OnlineVisitorPage, VISITS_ROOM } from '@crm-elements/contract';
import { RoomStore, type CrmClient } from '@crm-elements/core';

const room: typeof VISITS_ROOM = 'visits';

export interface VisitorPanel {
  /** What is known of the visit; undefined when it was over before we looked. */
  visitor: OnlineVisitor | undefined;
}

interface Read {
  seq: number;
  found: OnlineVisitor | undefined;
}

/** The visitor of one visit: page, way, source; live as long as they are on the site. */
export class VisitorPanelStore extends RoomStore<VisitorPanel, Read> {
  #seq: number | undefined;

  constructor(
    client: CrmClient,
    private readonly visitId: string,
  ) {
    super(client, room);
  }

  protected take({ seq, found }: Read): number {
    this.#seq = seq;
    this.show({ visitor: found ?? this.state.value.data?.visitor });
    return seq;
  }

  protected async read(): Promise<Read> {
    const since = this.#seq;
    let seq: number | undefined;
    let cursor: string | null = null;
    let found: OnlineVisitor | undefined;
    do {
      const query = { ...(since !== undefined && { since }), ...(cursor !== null && { cursor }) };
      const page: OnlineVisitorPage = await this.client.call('GET /v1/visitors', { query });
      seq ??= page.seq;
      found = page.data.find(({ visit_id: id }) => id === this.visitId);
      cursor = found ? null : page.next_cursor;
    } while (cursor !== null);
    return { seq, found };
  }
}
