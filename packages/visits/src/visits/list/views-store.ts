import { criteriaFromJson, formatCriteria } from '@crm-elements/contract/criteria';
import { ReadStore, type CrmClient } from '@crm-elements/core';
import type { VisitsWords } from '../i18n/index.js';
import { newestFirst, sortFields, type Sort } from './sort.js';

/** The list views of VIS-61 to VIS-66 by the names that the server knows them by. */
export type ViewName = keyof VisitsWords['views'];

/** A list view: which visits it shows, in which order. */
export interface View {
  id: string;
  criteria: string | null;
  sort: Sort;
}

/** List views by their names. */
export type Views = ReadonlyMap<string, View>;

interface Described {
  id: string;
  system_name: string | null;
  criteria?: unknown;
  sort_by?: { api_name: string } | null;
  sort_order?: string | null;
}

function readView({ id, criteria, sort_by: field, sort_order: order }: Described): View {
  const by = sortFields.find((name) => name === field?.api_name);
  return {
    id,
    criteria: criteria ? formatCriteria(criteriaFromJson(criteria)) : null,
    sort: by ? { by, order: order === 'asc' ? 'asc' : 'desc' } : newestFirst,
  };
}

export const createViewsStore = (client: CrmClient): ReadStore<Views> =>
  new ReadStore(async () => {
    const query = { module: 'Visits' };
    const { custom_views: views } = await client.call('GET /crm/v8/settings/custom_views', { query });
    return new Map((views as Described[]).map((view) => [view.system_name ?? view.id, readView(view)]));
  });
