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
  /** The conversation that goes on; undefined before the first one. */
  conversation: Conversation | undefined;
  /** The opening that is on its way. */
  opening: (Opening & { id: string; refused?: string | undefined }) | undefined;
}

const TOPIC = 'opening';

/** Finds the visitor's conversation, or begins one; an opening written offline waits in the outbox. */
export class VisitorStore implements Running {
  readonly state = new Store<Resource<VisitorChat>>(loading);
  #conversation: Conversation | undefined;
  #outbox: Outbox | undefined;
  #stopped = false;

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    const outbox = (this.#outbox = this.client.outbox(TOPIC, (entry) => this.#begin(entry)));
    const unwatch = outbox.entries.subscribe(() => this.#show());
    this.refresh();
    return () => {
      this.#stopped = true;
      unwatch();
      outbox.close();
    };
  }

  refresh(): void {
    this.#outbox?.flush();
    this.client.call('GET /v1/conversations').then(
      ({ data }) => {
        this.#conversation ??= data.at(-1);
        this.#show();
      },
      (error: unknown) => {
        if (this.#stopped) return;
        const { value } = this.state;
        this.state.set(
          failed(
            error instanceof CrmError ? error : new CrmError('server', 'unexpected', String(error)),
            value.data,
          ),
        );
      },
    );
  }

  /** Resolves when the words are safe on this device. */
  async open(opening: Opening): Promise<void> {
    await this.#outbox?.add(uuid(), opening);
    this.#show();
  }

  retry(id: string): void {
    void this.#outbox?.retry(id);
  }

  /** Gives the words back for mending. */
  discard(id: string): void {
    void this.#outbox?.discard(id);
  }

  /** After one has ended, another may begin. */
  startOver(): void {
    this.#conversation = undefined;
    this.#show();
  }

  async #begin({ id, payload }: OutboxEntry): Promise<void> {
    this.#conversation = await this.client.call('POST /v1/conversations', {
      body: { client_id: id, ...(payload as Opening) },
    });
    this.#show();
  }

  #show(): void {
    if (this.#stopped) return;
    const entry = this.#outbox?.entries.value.at(-1);
    const opening = entry && { id: entry.id, refused: entry.refused, ...(entry.payload as Opening) };
    this.state.set(ready({ conversation: this.#conversation, opening }));
  }
}
