import { ReadStore, type CrmClient } from '@crm-elements/core';

/** A module that a lookup may lead into. */
export interface TargetModule {
  apiName: string;
  label: string;
}

/** Rows of these belong to other records. */
const belongings = ['Notes', 'Attachments'];

interface Described {
  api_name: string;
  singular_label: string;
  viewable?: boolean;
  editable?: boolean;
}

/** The modules that a lookup into any module may lead into. */
export const createModulesStore = (client: CrmClient): ReadStore<readonly TargetModule[]> =>
  new ReadStore(async () => {
    const { modules } = await client.call('GET /crm/v8/settings/modules');
    return modules.filter(isTarget).map(describe);
  });

const isTarget = ({ api_name: name, viewable, editable }: Described) =>
  viewable !== false && editable !== false && !belongings.includes(name);
const describe = ({ api_name: apiName, singular_label: label }: Described): TargetModule => ({
  apiName,
  label,
});
