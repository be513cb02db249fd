import type { Conversation } from '@crm-elements/contract';
import {
  CrmError,
  failed,
  loading,
  ready,
  Store,
  uuid,
  type CrmClient,
  type Outbox,
  type OutboxEntry,
  type Resource,
  type Running,
} from '@crm-elements/core';

/** What a visitor tells before the first answer. */
export interface Opening {
  name: string;
  email: string;
  text: string;
}

export interface VisitorChat {
  /** The conversation that goes on, or ended last; undefined before the first one. */
  conversation: Conversation | undefined;
  /** The opening that is on its way. */
  opening: (Opening & { id: string; at: string; refused?: string | undefined }) | undefined;
}

const TOPIC = 'opening';
const SNAPSHOT = 'visitor-conversation';

/** Finds the visitor's conversation, or begins one; an opening written offline waits in the outbox. */
export class VisitorStore implements Running {
  readonly state = new Store<Resource<VisitorChat>>(loading);
  #conversation: Conversation | undefined;
  #outbox: Outbox | undefined;
  #isStopped = false;
  #isKnown = false;

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    const outbox = (this.#outbox = this.client.outbox(TOPIC, (entry) => this.#begin(entry)));
    const unwatch = outbox.entries.subscribe(() => {
      // Another tab may have sent it.
      if (outbox.entries.value.length === 0 && !this.#conversation && this.#isKnown) void this.#find();
      else this.#show();
    });
    void this.#restore().then(() => this.#find());
    return () => {
      this.#isStopped = true;
      unwatch();
      outbox.close();
    };
  }

  refresh(): void {
    this.#outbox?.flush();
    void this.#find();
  }

  /** Resolves when the words are safe on this device. @param former opening that this one replaces */
  async open(opening: Opening, former?: string): Promise<void> {
    if (former !== undefined) await this.#outbox?.discard(former);
    await this.#outbox?.add(uuid(), opening);
    this.#isKnown = true;
    this.#show();
  }

  /** After one has ended, another may begin. */
  startOver(): void {
    this.#conversation = undefined;
    this.#keep();
    this.#show();
  }

  async #restore(): Promise<void> {
    const known = (await (await this.client.storage).readSnapshot(SNAPSHOT)) as Conversation | undefined;
    if (!known) return;
    this.#conversation ??= known;
    this.#isKnown = true;
    this.#show();
  }

  async #find(): Promise<void> {
    try {
      const { data } = await this.client.call('GET /v1/conversations');
      // One that is over is no longer listed; it stays in view until the visitor begins another.
      this.#conversation = data.at(-1) ?? this.#conversation;
      this.#isKnown = true;
      this.#keep();
      this.#show();
    } catch (error) {
      if (this.#isStopped) return;
      const reason = error instanceof CrmError ? error : new CrmError('server', 'unexpected', String(error));
      this.state.set(failed(reason, this.#isKnown ? this.state.value.data : undefined));
    }
  }

  async #begin({ id, payload }: OutboxEntry): Promise<void> {
    this.#conversation = await this.client.call('POST /v1/conversations', {
      body: { client_id: id, ...(payload as Opening) },
    });
    this.#keep();
    this.#show();
  }

  #keep(): void {
    const conversation = this.#conversation;
    void this.client.storage.then((storage) => storage.writeSnapshot(SNAPSHOT, conversation));
  }

  #show(): void {
    const entry = this.#outbox?.entries.value.at(-1);
    if (this.#isStopped || (!this.#isKnown && !entry)) return;
    this.#isKnown = true;
    const opening = entry && {
      id: entry.id,
      at: new Date(entry.at).toISOString(),
      refused: entry.refused,
      ...(entry.payload as Opening),
    };
    this.state.set(ready({ conversation: this.#conversation, opening }));
  }
}
