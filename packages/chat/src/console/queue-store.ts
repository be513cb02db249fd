import type { CONVERSATIONS_ROOM, ConversationList } from '@crm-elements/contract';
import { RoomStore, type CrmClient } from '@crm-elements/core';
import type { Queue } from './queue-state.js';

const room: typeof CONVERSATIONS_ROOM = 'conversations';
/** Who waits is seen at once, ms. */
const GAP_MS = 100;
/** "I take chats" holds for a minute and a half; it is said again before that, ms. */
const PRESENCE_MS = 45_000;

/** The operators' queue: who waits, who is being talked to. */
export class QueueStore extends RoomStore<Queue, ConversationList> {
  #me = '';

  constructor(client: CrmClient) {
    super(client, room, GAP_MS);
  }

  override start(): () => void {
    const stop = super.start();
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
      stop();
    };
  }

  protected read(): Promise<ConversationList> {
    return this.client.call('GET /v1/conversations');
  }

  protected take({ data, seq }: ConversationList): number {
    this.show({ me: this.#me, chats: data });
    return seq;
  }

  #meet(me: string): void {
    if (me === this.#me) return;
    this.#me = me;
    const { data } = this.state.value;
    if (data) this.show({ ...data, me });
  }
}
