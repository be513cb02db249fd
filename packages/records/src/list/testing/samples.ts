import type { CrmRecord } from '@crm-elements/contract';

export const LIST = 'GET /crm/v8/:module';
export const SEARCH = 'GET /crm/v8/:module/search';
export const COUNT = 'GET /crm/v8/:module/actions/count';
export const COQL = 'POST /crm/v8/coql';
export const VIEWS = 'GET /crm/v8/settings/custom_views';
export const room = 'records/Leads';

/** The views that every module has, and one of somebody's own. */
export const views = () => ({
  custom_views: [
    {
      id: '10',
      display_value: 'All Leads',
      system_name: 'ALLVIEWS',
      default: true,
      criteria: null,
      fields: null,
    },
    {
      id: '11',
      display_value: 'My Leads',
      system_name: 'MYVIEWS',
      criteria: { comparator: 'equal', field: { api_name: 'Owner' }, type: 'value', value: '${CURRENTUSER}' },
      fields: null,
    },
    {
      id: '12',
      display_value: 'Telephone list',
      system_name: null,
      criteria: null,
      fields: [{ api_name: 'Phone' }],
    },
  ],
  info: {},
});

export const lead = (id: string, changes: Record<string, unknown> = {}): CrmRecord => ({
  id,
  Full_Name: `Ada ${id}`,
  Company: 'Studio Nour',
  Email: `ada.${id}@example.test`,
  Phone: '+33 1 23 45',
  Lead_Status: 'Contacted',
  Annual_Revenue: 1_250,
  Owner: { id: '5', name: 'Grace Hopper' },
  Tag: [],
  ...changes,
});
