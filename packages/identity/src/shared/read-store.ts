import { failed, loading, ready, Store, toCrmError, type Resource, type Running } from '@crm-elements/core';

/** One thing that is read as a whole. */
export class ReadStore<T> implements Running {
  readonly state = new Store<Resource<T>>(loading);
  #reading = 0;

  constructor(private readonly read: () => Promise<T>) {}

  start(): () => void {
    void this.refresh();
    return () => {
      this.#reading++;
    };
  }

  /** Reads it anew. A failure is told in the state. */
  async refresh(): Promise<void> {
    const reading = ++this.#reading;
    try {
      const data = await this.read();
      if (reading === this.#reading) this.state.set(ready(data));
    } catch (error) {
      if (reading === this.#reading) this.state.set(failed(toCrmError(error), this.state.value.data));
    }
  }

  /** Takes in what the server has. */
  protected take(data: T): void {
    this.#reading++;
    this.state.set(ready(data));
  }
}
