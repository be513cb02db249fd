import { criteriaFromJson, formatCriteria } from '@crm-elements/contract/criteria';
import { ReadStore, type CrmClient } from '@crm-elements/core';
import type { Sort } from '../read/question.js';

/** A list view: which records it shows and which of their fields. */
export interface ListView {
  id: string;
  name: string;
  /** Every module has it. */
  isStandard: boolean;
  isDefault: boolean;
  criteria: string | null;
  fields: readonly string[] | null;
  /** Null for the newest first. */
  sort: Sort | null;
}

interface Described {
  id: string;
  display_value: string;
  system_name: string | null;
  default?: boolean;
  criteria?: unknown;
  fields?: { api_name: string }[] | null;
  sort_by?: { api_name: string } | null;
  sort_order?: Sort['order'] | null;
}

const readView = (view: Described): ListView => ({
  id: view.id,
  name: view.display_value,
  isStandard: view.system_name !== null,
  isDefault: view.default === true,
  criteria: view.criteria ? formatCriteria(criteriaFromJson(view.criteria)) : null,
  fields: view.fields?.map((field) => field.api_name) ?? null,
  sort: view.sort_by ? { field: view.sort_by.api_name, order: view.sort_order ?? 'asc' } : null,
});

/** The list views of a module. */
export class ViewsStore extends ReadStore<readonly ListView[]> {
  constructor(client: CrmClient, module: string) {
    super(async () => {
      const { custom_views: views } = await client.call('GET /crm/v8/settings/custom_views', {
        query: { module },
      });
      return views.map(readView);
    });
  }
}
