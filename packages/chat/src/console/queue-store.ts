import type { CONVERSATIONS_ROOM } from '@crm-elements/contract';
import type { Queue } from './queue-state.js';
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

const room: typeof CONVERSATIONS_ROOM = 'conversations';
/** "I take chats" holds for a minute and a half; it is said again before that, ms. */
const PRESENCE_MS = 45_000;

/** The operators' queue: who waits, who is being talked to. */
export class QueueStore implements Running {
  readonly state = new Store<Resource<Queue>>(loading);
  #isLost = false;
  #me = '';
  #follower: Follower | undefined;

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    const follower = (this.#follower = followRoom(this.client, {
      room,
      gap: 100,
      read: () => this.client.call('GET /v1/conversations'),
      take: ({ data, seq }) => {
        this.state.set(ready({ me: this.#me, chats: data }, this.#isLost));
        return seq;
      },
      fail: (error) =>
        this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.state.value.data)),
      link: (lost) => {
        this.#isLost = lost;
        const { data } = this.state.value;
        if (data) this.state.set(ready(data, lost));
      },
    }));
    const say = (available: boolean) => this.client.call('PUT /v1/operators/me', { body: { available } });
    // Whoever is not heard is heard the next time.
    const attend = () =>
      void say(true).then(
        ({ id }) => this.#meet(id),
        () => undefined,
      );
    attend();
    const presence = setInterval(attend, PRESENCE_MS);
    return () => {
      clearInterval(presence);
      say(false).catch(() => undefined);
      follower.stop();
    };
  }

  #meet(me: string): void {
    if (me === this.#me) return;
    this.#me = me;
    const { data } = this.state.value;
    if (data) this.state.set(ready({ ...data, me }, this.#isLost));
  }

  refresh(): void {
    this.#follower?.refresh();
  }
}
