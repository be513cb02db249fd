import { criteriaFromJson, formatCriteria } from '@crm-elements/contract/criteria';
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

/** A list view: which records it shows and which of their fields. */
export interface ListView {
  id: string;
  name: string;
  /** Every module has it. */
  isStandard: boolean;
  isDefault: boolean;
  criteria: string | null;
  fields: readonly string[] | null;
}

interface Described {
  id: string;
  display_value: string;
  system_name: string | null;
  default?: boolean;
  criteria?: unknown;
  fields?: { api_name: string }[] | null;
}

const readView = (view: Described): ListView => ({
  id: view.id,
  name: view.display_value,
  isStandard: view.system_name !== null,
  isDefault: view.default === true,
  criteria: view.criteria ? formatCriteria(criteriaFromJson(view.criteria)) : null,
  fields: view.fields?.map((field) => field.api_name) ?? null,
});

/** The list views of a module. */
export class ViewsStore implements Running {
  readonly state = new Store<Resource<readonly ListView[]>>(loading);

  constructor(
    private readonly client: CrmClient,
    private readonly module: string,
  ) {}

  start(): () => void {
    void this.refresh();
    return () => undefined;
  }

  async refresh(): Promise<void> {
    try {
      const query = { module: this.module };
      const { custom_views: views } = await this.client.call('GET /crm/v8/settings/custom_views', { query });
      this.state.set(ready(views.map(readView)));
    } catch (error) {
      this.state.set(failed<readonly ListView[]>(toCrmError(error), undefined));
    }
  }
}
