import type { CrmRecord, WriteRow } from '@crm-elements/contract';
import { get, send } from './requests.js';
import type { TestApp } from './test-app.js';

/** The rows of an answer to a write, by what was written. */
export type Rows = Record<'modules' | 'fields' | 'data', WriteRow[]>;

interface Description extends Record<string, unknown> {
  api_name: string;
  id: string;
}

export interface Settings {
  modules: Description[];
  fields: Description[];
  layouts: { sections: { name: string; fields: Description[] }[] }[];
  related_lists: Description[];
  custom_views: Description[];
}

/** What tests of modules and fields ask of the API, with the token of a user who may; `as` is another. */
export function openOffice(t: TestApp, token: string) {
  const settings = async (path: string, as = token) =>
    (await get<Settings>(t, as, `/crm/v8/settings/${path}`)).body;
  return {
    settings,
    fieldOf: async (module: string, name: string, as = token) =>
      (await settings(`fields?module=${module}`, as)).fields.find(({ api_name }) => api_name === name),
    makeField: (module: string, field: object, as = token) =>
      send<Rows>(t, as, 'POST', `/crm/v8/settings/fields?module=${module}`, { fields: [field] }),
    insert: async (module: string, ...data: object[]) =>
      (await send<Rows>(t, token, 'POST', `/crm/v8/${module}`, { data })).body.data,
    read: async (module: string, id: unknown) =>
      (await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/${module}/${String(id)}`)).body.data[0],
  };
}

export type Office = ReturnType<typeof openOffice>;
