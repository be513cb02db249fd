import type { NotificationPreferences } from '@crm-elements/contract';
import { failed, LiveStore, loading, ready, Store, toCrmError, uuid } from '@crm-elements/core';
import type { CrmClient, Resource, Running } from '@crm-elements/core';

type Mailed = NotificationPreferences['email'];

/** By kind of notification, whether a mail comes too. */
export class PreferencesStore implements Running {
  readonly state = new Store<Resource<Mailed>>(loading);
  readonly #live = new LiveStore<Mailed | undefined, Mailed>(undefined, (state, change) => ({
    ...state,
    ...change,
  }));
  /** Whole answers are written, so one follows the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    void this.#read();
    return this.#live.subscribe(() => this.state.set(this.#live.value ? ready(this.#live.value) : loading));
  }

  refresh(): void {
    this.state.set(loading);
    void this.#read();
  }

  /** Chooses at once. @throws {CrmError} after it was taken back */
  choose(kind: string, isMailed: boolean): Promise<void> {
    const before = this.#last.catch(() => undefined);
    const chosen = this.#live.propose(uuid(), { [kind]: isMailed }, async () => {
      await before;
      const body = { email: { ...this.#live.value } };
      return (await this.client.call('PUT /v1/notification-preferences', { body })).email;
    });
    this.#last = chosen;
    return chosen;
  }

  async #read(): Promise<void> {
    try {
      const { email } = await this.client.call('GET /v1/notification-preferences');
      this.#live.confirm(email);
    } catch (error) {
      this.state.set(failed<Mailed>(toCrmError(error), undefined));
    }
  }
}
