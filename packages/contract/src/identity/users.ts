import { Type } from '@sinclair/typebox';
import { routes } from '../route.js';
import { idParam, pageOf, pageQuery, refused, resultsOf, rowsOf } from './shapes.js';

/** Which users a list is of. */
export const userTypes = [
  'AllUsers',
  'ActiveUsers',
  'AllActiveUsers',
  'DeactiveUsers',
  'ActiveAndDeactive',
  'ConfirmedUsers',
  'NotConfirmedUsers',
  'DeletedUsers',
  'ActiveConfirmedUsers',
  'AdminUsers',
  'ActiveConfirmedAdmins',
  'CurrentUser',
  'ChildRoleUsers',
  'SubordinateRoleUsers',
  'ParentRoleUsers',
] as const;
export type UserType = (typeof userTypes)[number];

const users = { tag: 'Users', dialect: 'crm', security: 'token' } as const;
const written = { 200: resultsOf('users'), 207: resultsOf('users'), ...refused };

export const userRoutes = routes({
  'GET /crm/v8/users': {
    summary: 'List users',
    ...users,
    scope: 'ZohoCRM.users.READ',
    query: Type.Object({
      type: Type.Optional(Type.String({ maxLength: 64 })),
      ids: Type.Optional(Type.String({ maxLength: 2_100 })),
      role_id: Type.Optional(Type.String({ maxLength: 32 })),
      ...pageQuery,
    }),
    responses: { 200: pageOf('users'), 204: null, ...refused },
  },
  'POST /crm/v8/users': {
    summary: 'Add a user',
    ...users,
    scope: 'ZohoCRM.users.CREATE',
    body: rowsOf('users'),
    responses: { 201: resultsOf('users'), ...refused },
  },
  'PUT /crm/v8/users': {
    summary: 'Update a user named in the body',
    ...users,
    scope: 'ZohoCRM.users.UPDATE',
    body: rowsOf('users'),
    responses: written,
  },
  'GET /crm/v8/users/:id': {
    summary: 'Read a user',
    ...users,
    scope: 'ZohoCRM.users.READ',
    params: idParam,
    responses: { 200: rowsOf('users'), 204: null, ...refused },
  },
  'PUT /crm/v8/users/:id': {
    summary: 'Update a user; also activates and deactivates',
    ...users,
    scope: 'ZohoCRM.users.UPDATE',
    params: idParam,
    body: rowsOf('users'),
    responses: written,
  },
  'DELETE /crm/v8/users/:id': {
    summary: 'Delete a user; what they own stays theirs',
    ...users,
    scope: 'ZohoCRM.users.DELETE',
    params: idParam,
    responses: written,
  },
  'GET /crm/v8/users/:id/actions/associated_groups': {
    summary: 'Groups that a user is in, directly or through roles, territories and other groups',
    ...users,
    scope: 'ZohoCRM.users.READ',
    params: idParam,
    responses: { 200: rowsOf('user_groups'), 204: null, ...refused },
  },
});
