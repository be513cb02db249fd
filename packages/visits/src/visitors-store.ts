import type { OnlineVisitor, OnlineVisitorPage } from '@crm-elements/contract';
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
import { visitsRoom } from './room.js';
import {
  nextExpiry,
  noVisitors,
  reduceVisitors,
  type VisitorsChange,
  type VisitorsState,
} from './visitors-state.js';

/** At most five reads a second, however busy the site is. */
const GAP = 200;

/** Who is online now, kept up to date. */
export class VisitorsStore implements Running {
  readonly state = new Store<Resource<VisitorsState>>(loading);
  #isLost = false;
  #expiry: ReturnType<typeof setTimeout> | undefined;
  #follower: Follower | undefined;

  constructor(
    private readonly client: CrmClient,
    /** Only visitors of this portal; all when empty. */
    private readonly portalId: string,
  ) {}

  start(): () => void {
    this.#follower = followRoom(this.client, {
      room: visitsRoom,
      gap: GAP,
      read: () => this.#read(this.state.value.data?.seq),
      take: (change) => {
        this.#apply(change);
        return change.seq;
      },
      fail: (error) => {
        // A right that was taken away takes the data along.
        this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.state.value.data));
      },
      link: (isLost) => {
        this.#isLost = isLost;
        if (this.state.value.data) this.#show(this.state.value.data);
      },
    });
    return () => {
      this.#follower?.stop();
      clearTimeout(this.#expiry);
    };
  }

  /** Reads what is new now: a reader's retry. */
  refresh(): void {
    this.#follower?.refresh();
  }

  /** @param since sequence that is known; undefined for everybody who is online */
  async #read(since: number | undefined) {
    const visitors: OnlineVisitor[] = [];
    let seq: number | undefined;
    let cursor: string | null = null;
    do {
      const query = {
        ...(this.portalId && { portal_id: this.portalId }),
        ...(since !== undefined && { since }),
        ...(cursor !== null && { cursor }),
      };
      const page: OnlineVisitorPage = await this.client.call('GET /v1/visitors', { query });
      visitors.push(...page.data);
      // What changes while we turn the pages is told again by the next read.
      seq ??= page.seq;
      cursor = page.next_cursor;
    } while (cursor !== null);
    return {
      type: since === undefined ? ('loaded' as const) : ('caught-up' as const),
      visitors,
      seq,
      at: Date.now(),
    };
  }

  #apply(change: VisitorsChange): void {
    const data = reduceVisitors(this.state.value.data ?? noVisitors, change);
    this.#show(data);
    const expiry = nextExpiry(data);
    clearTimeout(this.#expiry);
    if (expiry === undefined) return;
    this.#expiry = setTimeout(() => this.#apply({ type: 'expired', at: Date.now() }), expiry - Date.now());
  }

  #show(data: VisitorsState): void {
    this.state.set(ready(data, this.#isLost));
  }
}
