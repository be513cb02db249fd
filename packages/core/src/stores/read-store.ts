import { toCrmError } from '../errors.js';
import { failed, loading, ready, type Resource } from './resource.js';
import { Store } from './store.js';
import type { Running } from './stores.js';

/** One thing that is read as a whole. */
export class ReadStore<T> implements Running {
  readonly state = new Store<Resource<T>>(loading);
  #reading = 0;

  /** @param read throws a `CrmError`, or anything else, where it fails */
  constructor(private readonly read: () => Promise<T>) {}

  start(): () => void {
    void this.refresh();
    return () => {
      this.#reading++;
    };
  }

  /** Reads it anew: a reader's retry, or after a change. A failure is told in the state. */
  async refresh(): Promise<void> {
    const reading = ++this.#reading;
    if (this.state.value.data === undefined) this.state.set(loading);
    try {
      const data = await this.read();
      if (reading === this.#reading) this.state.set(ready(data));
    } catch (thrown) {
      const error = toCrmError(thrown);
      // A right that was taken away takes the data along.
      const data = error.kind === 'forbidden' ? undefined : this.state.value.data;
      if (reading === this.#reading) this.state.set(failed(error, data));
    }
  }

  /** Takes in what the server has. */
  protected take(data: T): void {
    this.#reading++;
    this.state.set(ready(data));
  }
}
