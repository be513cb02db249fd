import type { OnlineVisitor, OnlineVisitorPage, VISITS_ROOM } from '@crm-elements/contract';
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
export class VisitorPanelStore implements Running {
  readonly state = new Store<Resource<VisitorPanel>>(loading);
  #follower: Follower | undefined;
  #seq: number | undefined;
  #visitor: OnlineVisitor | undefined;
  #isLost = false;

  constructor(
    private readonly client: CrmClient,
    private readonly visitId: string,
  ) {}

  start(): () => void {
    const follower = (this.#follower = followRoom<Read>(this.client, {
      room,
      gap: 1_000,
      read: () => this.#read(),
      take: ({ seq, found }) => {
        this.#seq = seq;
        this.#visitor = found ?? this.#visitor;
        this.#show();
        return seq;
      },
      fail: (error) => this.state.set(failed(error, this.state.value.data)),
      link: (isLost) => {
        this.#isLost = isLost;
        if (this.state.value.data) this.#show();
      },
    }));
    return () => follower.stop();
  }

  refresh(): void {
    this.#follower?.refresh();
  }

  async #read(): Promise<Read> {
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

  #show(): void {
    this.state.set(ready({ visitor: this.#visitor }, this.#isLost));
  }
}
