import type { OnlineVisitor } from '@crm-elements/contract';
import { RoomStore, type CrmClient } from '@crm-elements/core';
import { visitsRoom } from '../shared/room.js';

/** Pages that records are looking at, by record id; who is not in it is not on a site. */
export type Presences = ReadonlyMap<string, OnlineVisitor['page']>;

/** A dot is right within two seconds, with the server's own delay. */
const GAP = 500;
/** Records that one request may ask for. */
const CHUNK = 200;

interface Answer {
  online: Presences;
  seq: number | undefined;
}

/** Which of the records that anything on the page asks about are on a site: one question for all of them. */
export class PresenceStore extends RoomStore<Presences, Answer> {
  /** How many ask about each record. */
  readonly #wanted = new Map<string, number>();

  constructor(client: CrmClient) {
    super(client, visitsRoom, GAP);
  }

  /** Asks about a record from now on. @returns a function that ends it */
  watch(recordId: string): () => void {
    const count = this.#wanted.get(recordId) ?? 0;
    this.#wanted.set(recordId, count + 1);
    if (count === 0) this.refresh();
    return () => this.#release(recordId);
  }

  protected async read(): Promise<Answer> {
    // Everything that is drawn together is asked for together.
    await new Promise((resolve) => setTimeout(resolve));
    const ids = [...this.#wanted.keys()];
    const chunks = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
      ids.slice(index * CHUNK, (index + 1) * CHUNK),
    );
    const answers = await Promise.all(
      chunks.map((chunk) => this.client.call('GET /v1/presence', { query: { ids: chunk.join() } })),
    );
    const online = new Map(
      answers.flatMap(({ data }) => data.map(({ record_id: id, page }) => [id, page] as const)),
    );
    return { online, seq: answers.length > 0 ? Math.min(...answers.map(({ seq }) => seq)) : undefined };
  }

  protected take({ online, seq }: Answer): number | undefined {
    this.show(online);
    return seq;
  }

  #release(recordId: string): void {
    const count = this.#wanted.get(recordId) ?? 0;
    if (count > 1) this.#wanted.set(recordId, count - 1);
    else this.#wanted.delete(recordId);
  }
}
