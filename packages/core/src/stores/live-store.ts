import { Store, type Readable } from './store.js';

/** Applies a change to a state; pure. */
export type Reduce<S, C> = (state: S, change: C) => S;

interface Pending<C> {
  key: string;
  change: C;
}

/**
 * Confirmed data with the user's unanswered changes over it. A refusal drops its change and what
 * is left is applied anew: no inverse patches, and nothing that came in between is lost.
 */
export class LiveStore<S, C> implements Readable<S> {
  #confirmed: S;
  #pending: readonly Pending<C>[] = [];
  readonly #reduce: Reduce<S, C>;
  readonly #shown: Store<S>;

  constructor(initial: S, reduce: Reduce<S, C>) {
    this.#confirmed = initial;
    this.#reduce = reduce;
    this.#shown = new Store(initial);
  }

  get value(): S {
    return this.#shown.value;
  }

  subscribe(listener: () => void): () => void {
    return this.#shown.subscribe(listener);
  }

  /** Takes in what the server says. `key` names the proposal that it answers, so that our own echo counts once. */
  confirm(change: C, key?: string): void {
    this.#confirmed = this.#reduce(this.#confirmed, change);
    this.#drop(key);
  }

  /**
   * Shows a change at once and sends it. The answer replaces it; a refusal takes it back.
   * @param key client-made id of the change, sent along with it
   * @throws whatever `send` throws, after the change was taken back
   */
  async propose(key: string, change: C, send: () => Promise<C>): Promise<void> {
    this.#pending = [...this.#pending, { key, change }];
    this.#show();
    try {
      const answer = await send();
      // The live event may have come before the answer.
      if (this.#pending.some((pending) => pending.key === key)) this.confirm(answer, key);
    } catch (error) {
      this.#drop(key);
      throw error;
    }
  }

  #drop(key: string | undefined): void {
    this.#pending = this.#pending.filter((pending) => pending.key !== key);
    this.#show();
  }

  #show(): void {
    this.#shown.set(
      this.#pending.reduce((state, { change }) => this.#reduce(state, change), this.#confirmed),
    );
  }
}
