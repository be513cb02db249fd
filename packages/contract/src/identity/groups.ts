import { Type } from '@sinclair/typebox';
import { routes } from '../route.js';
import { idParam, pageOf, pageQuery, refused, resultsOf, rowsOf } from './shapes.js';

const groups = { tag: 'Groups', dialect: 'crm', security: 'token' } as const;
const written = { 200: resultsOf('user_groups'), 207: resultsOf('user_groups'), ...refused };

export const groupRoutes = routes({
  'GET /crm/v8/settings/user_groups': {
    summary: 'List groups with their sources',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.READ',
    query: Type.Object({ name: Type.Optional(Type.String({ maxLength: 100 })), ...pageQuery }),
    responses: { 200: pageOf('user_groups'), 204: null, ...refused },
  },
  'POST /crm/v8/settings/user_groups': {
    summary: 'Add groups of users, roles, territories and other groups',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.CREATE',
    body: rowsOf('user_groups'),
    responses: { 201: resultsOf('user_groups'), 207: resultsOf('user_groups'), ...refused },
  },
  'PUT /crm/v8/settings/user_groups': {
    summary: 'Update groups',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.UPDATE',
    body: rowsOf('user_groups'),
    responses: written,
  },
  'GET /crm/v8/settings/user_groups/:id': {
    summary: 'Read a group',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.READ',
    params: idParam,
    responses: { 200: pageOf('user_groups'), 204: null, ...refused },
  },
  'PUT /crm/v8/settings/user_groups/:id': {
    summary: 'Update a group; sources that are given replace those it has',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.UPDATE',
    params: idParam,
    body: rowsOf('user_groups'),
    responses: written,
  },
  'DELETE /crm/v8/settings/user_groups/:id': {
    summary: 'Delete a group',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.DELETE',
    params: idParam,
    responses: written,
  },
  'GET /crm/v8/settings/user_groups/:id/sources': {
    summary: 'Sources of a group',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.READ',
    params: idParam,
    responses: { 200: pageOf('sources'), 204: null, ...refused },
  },
  'GET /crm/v8/settings/user_groups/:id/associated_users': {
    summary: 'Active users that the sources of a group come to',
    ...groups,
    scope: 'ZohoCRM.settings.user_groups.READ',
    params: idParam,
    responses: { 200: rowsOf('associated_users'), 204: null, ...refused },
  },
});
