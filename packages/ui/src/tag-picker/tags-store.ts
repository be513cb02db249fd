import {
  failed,
  loading,
  ready,
  Store,
  toCrmError,
  type CrmClient,
  type Resource,
  type Running,
} from '@crm-elements/core';

/** The tags of a module, by name. */
export class TagsStore implements Running {
  readonly state = new Store<Resource<readonly string[]>>(loading);
  #isRunning = false;

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
  ) {}

  start(): () => void {
    this.#isRunning = true;
    return () => (this.#isRunning = false);
  }

  /** Reads them: somebody is about to choose. */
  async read(): Promise<void> {
    const query = { module: this.module };
    const answer = await this.client
      .call('GET /crm/v8/settings/tags', { query })
      .then((found) => ready((found?.tags ?? []).map(({ name }) => name)))
      .catch((error: unknown) => failed(toCrmError(error), this.state.value.data));
    if (this.#isRunning) this.state.set(answer);
  }
}
