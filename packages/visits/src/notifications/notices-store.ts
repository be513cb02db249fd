import type { OnlineVisitor, TriggerAction, visitorNoticesRoom } from '@crm-elements/contract';
import { CurrentUserStore, failed, followRoom, loading, ready, Store } from '@crm-elements/core';
import type { CrmClient, Follower, Resource, Running } from '@crm-elements/core';
import { addPhone, commandVisitor, type VisitorCommands } from '../online/actions/visitor-commands.js';
import { addNotices, firstNotices, MOST, type Marks, type NoticesState } from './notices-state.js';

/** At most one read a second, however many come. */
const GAP = 1_000;
const MARKS = 'visitor-notices';

const roomOf: typeof visitorNoticesRoom = (userId) => `visitor-notices/${userId}`;
const isMarks = (value: unknown): value is Marks =>
  typeof value === 'object' &&
  value !== null &&
  ['told', 'seen'].every((name) => typeof (value as Record<string, unknown>)[name] === 'number');

/** Visitors whom the signed-in user is told of; what was told and seen is kept on this device. */
export class NoticesStore implements Running, VisitorCommands {
  readonly state = new Store<Resource<NoticesState>>(loading);
  #user: CurrentUserStore | undefined;
  #follower: Follower | undefined;
  #isWhole = true;
  #isLost = false;

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    const { source, release } = this.client.stores.use(
      'current-user',
      () => new CurrentUserStore(this.client),
    );
    this.#user = source;
    const unwatch = source.state.subscribe(() => this.#meet(source.state.value));
    this.#meet(source.state.value);
    return () => {
      unwatch();
      release();
      this.#follower?.stop();
    };
  }

  /** Reads all of it now: who has left, what is switched off. */
  refresh(): void {
    this.#isWhole = true;
    if (this.#follower) this.#follower.refresh();
    else void this.#user?.refresh();
  }

  /** Everything so far has been told. */
  markTold(): void {
    this.#mark(({ seq }) => ({ told: seq }));
  }

  /** Everything so far has been seen in the list. */
  markSeen(): void {
    this.#mark(({ seq }) => ({ told: seq, seen: seq }));
  }

  command(visitId: string, action: TriggerAction): Promise<void> {
    return commandVisitor(this.client, visitId, action);
  }

  async setPhone(record: NonNullable<OnlineVisitor['record']>, phone: string): Promise<void> {
    await addPhone(this.client, record, phone);
    this.refresh();
  }

  #meet({ data: userId, error }: Resource<string>): void {
    if (error) this.state.set(failed<NoticesState>(error, undefined));
    else if (userId !== undefined) this.#follower ??= this.#follow(userId);
  }

  #follow(userId: string): Follower {
    return followRoom(this.client, {
      room: roomOf(userId),
      gap: GAP,
      read: () => this.#read(),
      take: (state) => {
        this.state.set(ready(state, this.#isLost));
        return state.seq;
      },
      fail: (error) =>
        // A right that was taken away takes the data along.
        this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.state.value.data)),
      link: (isLost) => {
        this.#isLost = isLost;
        const { data } = this.state.value;
        if (data) this.state.set(ready(data, isLost));
      },
    });
  }

  async #read(): Promise<NoticesState> {
    const isWhole = this.#isWhole || !this.state.value.data;
    const since = isWhole ? 0 : (this.state.value.data?.seq ?? 0);
    const query = { since, limit: MOST };
    const answer = await this.client.call('GET /v1/visitor-notices', { query });
    const kept = this.state.value.data ?? (await this.#readMarks());
    // What was marked while it was read counts.
    const { data } = this.state.value;
    if (isWhole) this.#isWhole = false;
    return isWhole || !data ? firstNotices(answer, data ?? kept) : addNotices(data, answer);
  }

  #mark(change: (state: NoticesState) => Partial<Marks>): void {
    const { data, stale } = this.state.value;
    if (!data) return;
    const next = { ...data, ...change(data) };
    if (next.told === data.told && next.seen === data.seen) return;
    this.state.set(ready(next, stale));
    void this.#writeMarks({ told: next.told, seen: next.seen });
  }

  async #readMarks(): Promise<Marks | undefined> {
    const kept = await (await this.client.storage).readSnapshot(MARKS).catch(() => undefined);
    return isMarks(kept) ? kept : undefined;
  }

  async #writeMarks(marks: Marks): Promise<void> {
    await (await this.client.storage).writeSnapshot(MARKS, marks).catch(() => undefined);
  }
}
