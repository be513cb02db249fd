import type { CrmClient } from '@crm-elements/core';
import { ReadStore } from '@crm-elements/core';
import type { VisitsWords } from './i18n/index.js';

/** The list views of VIS-61 to VIS-66 by the names that the server knows them by. */
export type ViewName = keyof VisitsWords['views'];

/** Ids of the list views by their names. */
export type Views = ReadonlyMap<string, string>;

export const createViewsStore = (client: CrmClient): ReadStore<Views> =>
  new ReadStore(async () => {
    const query = { module: 'Visits' };
    const { custom_views: views } = await client.call('GET /crm/v8/settings/custom_views', { query });
    return new Map(views.map(({ system_name: name, id }) => [name ?? id, id]));
  });
