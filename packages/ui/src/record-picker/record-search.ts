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
import { optionFields, recordOption, type RecordOption } from './record-option.js';

/** From the last key to the request, ms. */
const PAUSE = 200;
/** The server looks for words of this length at least. */
const SHORTEST = 2;
const MOST = '20';

export interface FoundRecords {
  /** Records that fit what was typed. */
  options: Resource<readonly RecordOption[]>;
  /** Names of records that were asked for by id. */
  names: ReadonlyMap<string, string>;
}

/** Finds records of a module while somebody types; an answer that comes late is none. */
export class RecordSearch implements Running {
  readonly state = new Store<FoundRecords>({ options: loading, names: new Map() });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  readonly #named = new Set<string>();

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
  ) {}

  start(): () => void {
    return () => {
      clearTimeout(this.#timer);
      this.#turn += 1;
    };
  }

  /** @param text words; the newest records when there are none */
  search(text: string): void {
    const turn = (this.#turn += 1);
    clearTimeout(this.#timer);
    const { data } = this.state.value.options;
    this.#show({ ...loading, data });
    const run = () => void this.#run(text, turn);
    if (text.length < SHORTEST) run();
    else this.#timer = setTimeout(run, PAUSE);
  }

  /** Finds the name of a record that is known by its id only. */
  async name(id: string): Promise<void> {
    if (this.#named.has(id)) return;
    this.#named.add(id);
    try {
      const answer = await this.client.call('GET /crm/v8/:module/:id', {
        params: { module: this.module, id },
        query: { fields: optionFields },
      });
      const [record] = answer?.data ?? [];
      const { value } = this.state;
      const name = record ? recordOption(record).name : id;
      this.state.set({ ...value, names: new Map(value.names).set(id, name) });
    } catch {
      // The id stands for it; the next one who asks tries again.
      this.#named.delete(id);
    }
  }

  async #run(text: string, turn: number): Promise<void> {
    const params = { module: this.module };
    const query = { fields: optionFields, per_page: MOST };
    try {
      const page = await (text.length < SHORTEST
        ? this.client.call('GET /crm/v8/:module', { params, query })
        : this.client.call('GET /crm/v8/:module/search', { params, query: { ...query, word: text } }));
      if (turn === this.#turn) this.#show(ready((page?.data ?? []).map(recordOption)));
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#show(failed<readonly RecordOption[]>(toCrmError(error), undefined));
    }
  }

  #show(options: FoundRecords['options']): void {
    this.state.set({ ...this.state.value, options });
  }
}
