import { Type } from '@sinclair/typebox';
import { routes } from '../route.js';
import { idParam, refused, resultsOf, rowsOf } from './shapes.js';

const roles = { tag: 'Roles', dialect: 'crm', security: 'token' } as const;
const written = { 200: resultsOf('roles'), 207: resultsOf('roles'), ...refused };

export const roleRoutes = routes({
  'GET /crm/v8/settings/roles': {
    summary: 'List roles',
    ...roles,
    scope: 'ZohoCRM.settings.roles.READ',
    responses: { 200: rowsOf('roles'), 204: null, ...refused },
  },
  'POST /crm/v8/settings/roles': {
    summary: 'Add roles under others',
    ...roles,
    scope: 'ZohoCRM.settings.roles.CREATE',
    body: rowsOf('roles'),
    responses: { 201: resultsOf('roles'), 207: resultsOf('roles'), ...refused },
  },
  'PUT /crm/v8/settings/roles': {
    summary: 'Update roles',
    ...roles,
    scope: 'ZohoCRM.settings.roles.UPDATE',
    body: rowsOf('roles'),
    responses: written,
  },
  'GET /crm/v8/settings/roles/:id': {
    summary: 'Read a role',
    ...roles,
    scope: 'ZohoCRM.settings.roles.READ',
    params: idParam,
    responses: { 200: rowsOf('roles'), 204: null, ...refused },
  },
  'PUT /crm/v8/settings/roles/:id': {
    summary: 'Update a role',
    ...roles,
    scope: 'ZohoCRM.settings.roles.UPDATE',
    params: idParam,
    body: rowsOf('roles'),
    responses: written,
  },
  'DELETE /crm/v8/settings/roles/:id': {
    summary: 'Delete a role; its users and the roles below it go to another one',
    ...roles,
    scope: 'ZohoCRM.settings.roles.DELETE',
    params: idParam,
    query: Type.Object({ transfer_to_id: Type.Optional(Type.String({ maxLength: 32 })) }),
    responses: written,
  },
});
