import { Store, type CrmClient, type Running } from '@crm-elements/core';

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** Which columns a person has chosen for the lists of a module; kept on this device. */
export class ColumnsStore implements Running {
  /** Undefined while that is not known, null where nothing was chosen. */
  readonly state = new Store<readonly string[] | null | undefined>(undefined);

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
  ) {}

  start(): () => void {
    void this.#read();
    return () => undefined;
  }

  /** @param columns API names in their order; null for what the list view shows */
  choose(columns: readonly string[] | null): void {
    this.state.set(columns);
    void this.#write(columns);
  }

  async #read(): Promise<void> {
    const kept = await (await this.client.storage).readSnapshot(this.#key).catch(() => undefined);
    if (this.state.value !== undefined) return;
    this.state.set(isNames(kept) ? kept : null);
    // What is used stays: old snapshots are thrown away.
    if (isNames(kept)) void this.#write(kept);
  }

  async #write(columns: readonly string[] | null): Promise<void> {
    await (await this.client.storage).writeSnapshot(this.#key, columns).catch(() => undefined);
  }

  get #key(): string {
    return `list-columns/${this.module}`;
  }
}
