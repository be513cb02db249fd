import { routes } from '../route.js';
import { refused, resultsOf, rowsOf } from './shapes.js';

const org = { tag: 'Organization', dialect: 'crm', security: 'token' } as const;

export const orgRoutes = routes({
  'GET /crm/v8/org': {
    summary: 'The organization',
    ...org,
    scope: 'ZohoCRM.org.READ',
    responses: { 200: rowsOf('org'), ...refused },
  },
  'GET /crm/v8/settings/data_sharing': {
    summary: 'Who sees the records of each module besides their owners and the roles above',
    ...org,
    scope: 'ZohoCRM.settings.data_sharing.READ',
    responses: { 200: rowsOf('data_sharing'), ...refused },
  },
  'PUT /crm/v8/settings/data_sharing': {
    summary: 'Make modules private or public',
    ...org,
    scope: 'ZohoCRM.settings.data_sharing.UPDATE',
    body: rowsOf('data_sharing'),
    responses: { 200: resultsOf('data_sharing'), 207: resultsOf('data_sharing'), ...refused },
  },
});
