import type { FieldDescription } from '@crm-elements/contract';
import { Store } from '@crm-elements/core';
import type { CrmClient, Running } from '@crm-elements/core';

type Fields = readonly FieldDescription[];
/** By API name of the module; a module that could not be read has none. */
export type FieldsByModule = ReadonlyMap<string, Fields>;

export const fieldsKey = 'workflow-fields';

export const createFieldsStore = (client: CrmClient): FieldsStore => new FieldsStore(client);

/** The fields of the modules that a rule is about, each read when it is asked for. */
export class FieldsStore implements Running {
  readonly state = new Store<FieldsByModule>(new Map());
  readonly #asked = new Set<string>();

  constructor(private readonly client: CrmClient) {}

  start(): () => void {
    return () => undefined;
  }

  /** Reads the fields of a module, once; what failed is read again when it is asked for anew. */
  want(module: string): void {
    if (!module || this.#asked.has(module)) return;
    this.#asked.add(module);
    void this.#read(module);
  }

  async #read(module: string): Promise<void> {
    try {
      const { fields } = await this.client.call('GET /crm/v8/settings/fields', { query: { module } });
      this.state.set(new Map(this.state.value).set(module, fields));
    } catch {
      this.#asked.delete(module);
    }
  }
}
