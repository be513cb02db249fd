import { Type } from '@sinclair/typebox';
import { routes } from '../route.js';
import { idParam, pageOf, refused, resultsOf, rowsOf } from './shapes.js';

const territories = { tag: 'Territories', dialect: 'crm', security: 'token' } as const;
const written = { 200: resultsOf('territories'), 207: resultsOf('territories'), ...refused };
const users = { 200: resultsOf('users'), 207: resultsOf('users'), ...refused };

export const territoryRoutes = routes({
  'GET /crm/v8/settings/territories': {
    summary: 'List territories',
    ...territories,
    scope: 'ZohoCRM.settings.territories.READ',
    responses: { 200: pageOf('territories'), 204: null, ...refused },
  },
  'POST /crm/v8/settings/territories': {
    summary: 'Add territories',
    ...territories,
    scope: 'ZohoCRM.settings.territories.CREATE',
    body: rowsOf('territories'),
    responses: { 201: resultsOf('territories'), 207: resultsOf('territories'), ...refused },
  },
  'PUT /crm/v8/settings/territories': {
    summary: 'Update territories',
    ...territories,
    scope: 'ZohoCRM.settings.territories.UPDATE',
    body: rowsOf('territories'),
    responses: written,
  },
  'GET /crm/v8/settings/territories/:id': {
    summary: 'Read a territory',
    ...territories,
    scope: 'ZohoCRM.settings.territories.READ',
    params: idParam,
    responses: { 200: pageOf('territories'), 204: null, ...refused },
  },
  'PUT /crm/v8/settings/territories/:id': {
    summary: 'Update a territory',
    ...territories,
    scope: 'ZohoCRM.settings.territories.UPDATE',
    params: idParam,
    body: rowsOf('territories'),
    responses: written,
  },
  'DELETE /crm/v8/settings/territories/:id': {
    summary: 'Delete a territory that has none below it',
    ...territories,
    scope: 'ZohoCRM.settings.territories.DELETE',
    params: idParam,
    responses: written,
  },
  'GET /crm/v8/settings/territories/:id/users': {
    summary: 'Users of a territory',
    ...territories,
    scope: 'ZohoCRM.settings.territories.READ',
    params: idParam,
    responses: { 200: pageOf('users'), 204: null, ...refused },
  },
  'PUT /crm/v8/settings/territories/:id/users': {
    summary: 'Put users into a territory',
    ...territories,
    scope: 'ZohoCRM.settings.territories.UPDATE',
    params: idParam,
    body: rowsOf('users'),
    responses: users,
  },
  'DELETE /crm/v8/settings/territories/:id/users': {
    summary: 'Take users out of a territory',
    ...territories,
    scope: 'ZohoCRM.settings.territories.UPDATE',
    params: idParam,
    query: Type.Object({ ids: Type.Optional(Type.String({ maxLength: 2_100 })) }),
    responses: users,
  },
});
