import {
  CurrentUserStore,
  failed,
  followRoom,
  LiveStore,
  loading,
  readMore,
  ready,
  Store,
  uuid,
} from '@crm-elements/core';
import type { CrmClient, CrmError, Follower, Resource, Running } from '@crm-elements/core';
import { roomOf } from '../room.js';
import {
  reduceNotifications,
  toPage,
  type NotificationsChange,
  type NotificationsState,
} from './notifications-state.js';

/** At most one read a second, however much comes in. */
const GAP = 1_000;

/** What the signed-in user should know, kept up to date. */
export class NotificationsStore implements Running {
  readonly state = new Store<Resource<NotificationsState>>(loading);
  readonly #live = new LiveStore<NotificationsState | undefined, NotificationsChange>(
    undefined,
    reduceNotifications,
  );
  #user: CurrentUserStore | undefined;
  #follower: Follower | undefined;
  #isLost = false;

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    const { source, release } = this.client.stores.use(
      'current-user',
      () => new CurrentUserStore(this.client),
    );
    this.#user = source;
    const unwatchUser = source.state.subscribe(() => this.#meet(source.state.value));
    const unwatch = this.#live.subscribe(() => this.#show());
    this.#meet(source.state.value);
    return () => {
      unwatch();
      unwatchUser();
      release();
      this.#follower?.stop();
    };
  }

  /** Reads the newest page now: a reader's retry. */
  refresh(): void {
    if (this.#follower) this.#follower.refresh();
    else void this.#user?.refresh();
  }

  /** Reads the next page and adds it. A failure is told in the state. */
  loadMore(): Promise<void> {
    return readMore(this.#live.value, {
      read: async (cursor) => toPage(await this.client.call('GET /v1/notifications', { query: { cursor } })),
      tell: (change) => this.#live.confirm(change),
      restart: () => this.refresh(),
    });
  }

  /** Marks one read, at once. @throws {CrmError} after it was taken back */
  async read(id: string): Promise<void> {
    if (this.#live.value?.rows.find((row) => row.id === id)?.read !== false) return;
    await this.#propose({ type: 'read', ids: [id] }, { ids: [id] });
  }

  /** Marks everything read up to the newest one that is shown. @throws {CrmError} after it was taken back */
  async readAll(): Promise<void> {
    const ids = this.#live.value?.rows.map(({ id }) => id) ?? [];
    if (ids[0] !== undefined) await this.#propose({ type: 'all-read', ids }, { up_to: ids[0] });
  }

  async #propose(
    change: Extract<NotificationsChange, { ids: readonly string[] }>,
    body: { ids: string[] } | { up_to: string },
  ): Promise<void> {
    await this.#live.propose(uuid(), change, async () => {
      const counted = await this.client.call('POST /v1/notifications/read', { body });
      return { ...change, counted };
    });
  }

  #meet({ data: userId, error }: Resource<string>): void {
    if (error) this.state.set(failed<NotificationsState>(error, undefined));
    else if (userId === undefined) this.state.set(loading);
    else this.#follower ??= this.#follow(userId);
  }

  #follow(userId: string): Follower {
    return followRoom(this.client, {
      room: roomOf(userId),
      gap: GAP,
      read: () => this.client.call('GET /v1/notifications', { query: {} }),
      take: (page) => {
        this.#live.confirm({ type: 'newest', page });
        return page.seq;
      },
      fail: (error) => this.#fail(error),
      link: (isLost) => {
        this.#isLost = isLost;
        this.#show();
      },
    });
  }

  #fail(error: CrmError): void {
    // A right that was taken away takes the data along.
    this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.#live.value));
  }

  #show(): void {
    const { value } = this.#live;
    if (value) this.state.set(ready(value, this.#isLost));
  }
}
