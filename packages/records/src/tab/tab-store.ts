import { ReadStore, type CrmClient } from '@crm-elements/core';

/** Whether the profile of the reader shows the tab of a module. */
export const createTabStore = (client: CrmClient, module: string): ReadStore<boolean> =>
  new ReadStore(async () => {
    const params = { id: module };
    const { modules } = await client.call('GET /crm/v8/settings/modules/:id', { params });
    return modules.some(({ viewable, show_as_tab: isTab }) => viewable && isTab);
  });
