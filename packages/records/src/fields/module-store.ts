import { CrmError, ReadStore, type CrmClient } from '@crm-elements/core';
import { describeModule, type FieldDescription, type ModuleMeta } from './module-meta.js';

/** What a module consists of, read once for all elements that show its records. */
export class ModuleStore extends ReadStore<ModuleMeta> {
  constructor(client: CrmClient, apiName: string) {
    super(() => readModule(client, apiName));
  }
}

async function readModule(client: CrmClient, apiName: string): Promise<ModuleMeta> {
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
    currency: await readCurrency(client, fields),
  });
}

/** Without it, amounts are shown as numbers. */
async function readCurrency(client: CrmClient, fields: FieldDescription[]): Promise<string | undefined> {
  if (!fields.some(({ data_type }) => data_type === 'currency')) return undefined;
  const answer = await client.call('GET /crm/v8/org').catch(() => undefined);
  const code = answer?.org[0]?.iso_code;
  return typeof code === 'string' ? code : undefined;
}

/** For a `StoreController`: the shared store of a module; undefined while there is no client or no module. */
export const wantModule = (client: CrmClient | undefined, apiName: string) =>
  client && apiName
    ? { client, key: `module/${apiName}`, create: (owner: CrmClient) => new ModuleStore(owner, apiName) }
    : undefined;
