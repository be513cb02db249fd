import type { OnlineVisitor, OnlineVisitorPage, TriggerAction } from '@crm-elements/contract';
import { RoomStore, type CrmClient } from '@crm-elements/core';
import { addPhone, commandVisitor, type VisitorCommands } from './actions/visitor-commands.js';
import { visitsRoom } from '../shared/room.js';
import {
  nextExpiry,
  noVisitors,
  reduceVisitors,
  type VisitorsChange,
  type VisitorsState,
} from './visitors-state.js';

/** Visitors of one page of a read. */
const PAGE = 200;
/** At most five reads a second, however busy the site is. */
const GAP = 200;

/** Who is online now, kept up to date. */
export class VisitorsStore
  extends RoomStore<VisitorsState, VisitorsChange & { seq: number }>
  implements VisitorCommands
{
  /** Whether all were read once: from then on, what has changed is enough. */
  #isWhole = false;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    client: CrmClient,
    /** Only visitors of this portal; all when empty. */
    private readonly portalId: string,
  ) {
    super(client, visitsRoom, GAP);
  }

  override start(): () => void {
    const stop = super.start();
    return () => {
      stop();
      clearTimeout(this.#expiry);
    };
  }

  command(visitId: string, action: TriggerAction): Promise<void> {
    return commandVisitor(this.client, visitId, action);
  }

  async setPhone(record: NonNullable<OnlineVisitor['record']>, phone: string): Promise<void> {
    await addPhone(this.client, record, phone);
    const { data } = this.state.value;
    if (!data) return;
    // The room of the visits does not tell of a changed record.
    const visitors = data.visitors.map((visitor) =>
      visitor.record?.id === record.id ? { ...visitor, phone } : visitor,
    );
    this.show({ ...data, visitors });
  }

  protected read() {
    return this.#read(this.#isWhole ? this.state.value.data?.seq : undefined);
  }

  protected take(change: VisitorsChange & { seq: number }): number {
    this.#isWhole = true;
    this.#apply(change);
    return change.seq;
  }

  /** @param since sequence that is known; undefined for everybody who is online */
  async #read(since: number | undefined) {
    // Where there are many, the first are shown while the others are on their way.
    const isFirst = this.state.value.data === undefined;
    const visitors: OnlineVisitor[] = [];
    let seq: number | undefined;
    let cursor: string | null = null;
    do {
      const query = {
        limit: PAGE,
        ...(this.portalId && { portal_id: this.portalId }),
        ...(since !== undefined && { since }),
        ...(cursor !== null && { cursor }),
      };
      const page: OnlineVisitorPage = await this.client.call('GET /v1/visitors', { query });
      visitors.push(...page.data);
      // What changes while we turn the pages is told again by the next read.
      seq ??= page.seq;
      cursor = page.next_cursor;
      if (isFirst && cursor !== null) this.#apply({ type: 'loaded', visitors, seq: 0, at: Date.now() });
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
    this.show(data);
    const expiry = nextExpiry(data);
    clearTimeout(this.#expiry);
    if (expiry === undefined) return;
    this.#expiry = setTimeout(() => this.#apply({ type: 'expired', at: Date.now() }), expiry - Date.now());
  }
}
