import type { WriteRow } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';

/** What is done with many records at once. */
export type MassAction =
  | { type: 'update'; values: Record<string, unknown> }
  | { type: 'delete' }
  | { type: 'addTags' | 'removeTags'; tags: readonly string[] };

/** Most records of one request. */
export const sliceOf = ({ type }: MassAction): number => (type === 'update' ? 500 : 100);

/** Does it with a slice of records. @returns a row for each, in the order of the ids @throws {CrmError} */
export async function runSlice(
  client: CrmClient,
  module: string,
  action: MassAction,
  ids: readonly string[],
): Promise<WriteRow[]> {
  const params = { module };
  switch (action.type) {
    case 'update': {
      const body = { data: [action.values], ids: [...ids] };
      return (await client.call('POST /crm/v8/:module/actions/mass_update', { params, body })).data;
    }
    case 'delete':
      return (await client.call('DELETE /crm/v8/:module', { params, query: { ids: ids.join() } })).data;
    default: {
      const body = { tags: action.tags.map((name) => ({ name })), ids: [...ids] };
      const call = action.type === 'addTags' ? 'add_tags' : 'remove_tags';
      return (await client.call(`POST /crm/v8/:module/actions/${call}`, { params, query: {}, body })).data;
    }
  }
}
