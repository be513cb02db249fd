import type { CrmClient } from '../client.js';
import { followRoom, type Follower } from './follow-room.js';
import { failed, loading, ready, type Resource } from '../stores/resource.js';
import { Store } from '../stores/store.js';
import type { Running } from '../stores/stores.js';

/** A list is heavier than a catch-up read: at most one a second. */
const GAP_MS = 1_000;

/** Data that is read anew whenever its room moves on. `A` is the answer to a read. */
export abstract class RoomStore<T, A = T> implements Running {
  readonly state = new Store<Resource<T>>(loading);
  #isLost = false;
  #follower: Follower | undefined;

  constructor(
    protected readonly client: CrmClient,
    private readonly room: string,
    /** Shortest time between two reads, ms. */
    private readonly gap = GAP_MS,
  ) {}

  start(): () => void {
    this.#follower = followRoom(this.client, {
      room: this.room,
      gap: this.gap,
      read: async (wanted) => ({ answer: await this.read(), wanted }),
      take: ({ answer, wanted }) => this.take(answer) ?? wanted,
      fail: (error) =>
        // A right that was taken away takes the data along.
        this.state.set(failed(error, error.kind === 'forbidden' ? undefined : this.state.value.data)),
      link: (isLost) => {
        this.#isLost = isLost;
        if (this.state.value.data !== undefined) this.show(this.state.value.data);
      },
    });
    return () => this.#follower?.stop();
  }

  /** Reads now: a reader's retry. */
  refresh(): void {
    this.#follower?.refresh();
  }

  /** @throws {CrmError} */
  protected abstract read(): Promise<A>;

  /**
   * Takes in an answer.
   * @returns the sequence of the room that it holds; undefined where it does not tell: then it holds at least what was
   * known when it was asked for
   */
  protected abstract take(answer: A): number | undefined;

  protected show(data: T): void {
    this.state.set(ready(data, this.#isLost));
  }
}
