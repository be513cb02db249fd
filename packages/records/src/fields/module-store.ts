import {
  CrmError,
  failed,
  loading,
  ready,
  Store,
  toCrmError,
  type CrmClient,
  type Resource,
  type Running,
} from '@crm-elements/core';
import { describeModule, type FieldDescription, type ModuleMeta } from './module-meta.js';

/** What a module consists of, read once for all elements that show its records. */
export class ModuleStore implements Running {
  readonly state = new Store<Resource<ModuleMeta>>(loading);
  #isRunning = false;

  constructor(
    private readonly client: CrmClient,
    private readonly apiName: string,
  ) {}

  start(): () => void {
    this.#isRunning = true;
    void this.refresh();
    return () => (this.#isRunning = false);
  }

  /** Reads it again: a reader's retry, or after a setting has changed. */
  async refresh(): Promise<void> {
    try {
      const meta = await this.#read();
      if (this.#isRunning) this.state.set(ready(meta));
    } catch (error) {
      const known = toCrmError(error);
      const isForbidden = known.kind === 'forbidden';
      if (this.#isRunning) this.state.set(failed(known, isForbidden ? undefined : this.state.value.data));
    }
  }

  async #read(): Promise<ModuleMeta> {
    const { client, apiName } = this;
    const query = { module: apiName };
    const [modules, { fields }, { layouts }, related] = await Promise.all([
      client.call('GET /crm/v8/settings/modules/:id', { params: { id: apiName } }),
      client.call('GET /crm/v8/settings/fields', { query }),
      client.call('GET /crm/v8/settings/layouts', { query }),
      client.call('GET /crm/v8/settings/related_lists', { query }),
    ]);
    const [module] = modules.modules;
    if (!module) throw new CrmError('not_found', 'INVALID_MODULE', apiName);
    return describeModule({
      module,
      fields,
      layouts,
      relatedLists: related?.related_lists ?? [],
      currency: await this.#currency(fields),
    });
  }

  /** Without it, amounts are shown as numbers. */
  async #currency(fields: FieldDescription[]): Promise<string | undefined> {
    if (!fields.some(({ data_type }) => data_type === 'currency')) return undefined;
    const answer = await this.client.call('GET /crm/v8/org').catch(() => undefined);
    const code = answer?.org[0]?.iso_code;
    return typeof code === 'string' ? code : undefined;
  }
}

/** For a `StoreController`: the shared store of a module; undefined while there is no client or no module. */
export const wantModule = (client: CrmClient | undefined, apiName: string) =>
  client && apiName
    ? { client, key: `module/${apiName}`, create: (owner: CrmClient) => new ModuleStore(owner, apiName) }
    : undefined;
