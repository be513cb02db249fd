import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CrmClient } from '../client.js';
import type { Readable } from '../stores/store.js';
import type { Running } from '../stores/stores.js';

/** A shared store that a view can draw. */
export interface Source<T> extends Running {
  readonly state: Readable<T>;
}

interface Wanted<S> {
  client: CrmClient;
  /** The same key is the same store. */
  key: string;
  create: (client: CrmClient) => S;
}

/** Uses the shared store that the host wants now and redraws the host on every change. */
export class StoreController<T, S extends Source<T>> implements ReactiveController {
  #held: { client: CrmClient; key: string; source: S; end: () => void } | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly want: () => Wanted<S> | undefined,
  ) {
    host.addController(this);
  }

  /** The store in use; undefined while there is no client. */
  get source(): S | undefined {
    return this.#held?.source;
  }

  get value(): T | undefined {
    return this.#held?.source.state.value;
  }

  hostUpdate(): void {
    const wanted = this.want();
    if (wanted?.client === this.#held?.client && wanted?.key === this.#held?.key) return;
    this.#release();
    if (wanted) this.#hold(wanted);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#release();
  }

  #hold({ client, key, create }: Wanted<S>): void {
    const { source, release } = client.stores.use(key, () => create(client));
    const unsubscribe = source.state.subscribe(() => this.host.requestUpdate());
    this.#held = {
      client,
      key,
      source,
      end: () => {
        unsubscribe();
        release();
      },
    };
  }

  #release(): void {
    this.#held?.end();
    this.#held = undefined;
  }
}
