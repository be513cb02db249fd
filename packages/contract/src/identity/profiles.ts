import { Type } from '@sinclair/typebox';
import { WriteRow } from '../records.js';
import { routes } from '../route.js';
import { idParam, refused, resultsOf, rowsOf } from './shapes.js';

const profiles = { tag: 'Profiles', dialect: 'crm', security: 'token' } as const;
const update = {
  ...profiles,
  scope: 'ZohoCRM.settings.profiles.UPDATE',
  params: idParam,
  body: rowsOf('profiles'),
  responses: { 200: resultsOf('profiles'), ...refused },
};

export const profileRoutes = routes({
  'GET /crm/v8/settings/profiles': {
    summary: 'List profiles, without their permissions',
    ...profiles,
    scope: 'ZohoCRM.settings.profiles.READ',
    responses: { 200: rowsOf('profiles'), 204: null, ...refused },
  },
  'GET /crm/v8/settings/profiles/:id': {
    summary: 'Read a profile with its permissions and the sections that they are shown in',
    ...profiles,
    scope: 'ZohoCRM.settings.profiles.READ',
    params: idParam,
    responses: { 200: rowsOf('profiles'), 204: null, ...refused },
  },
  'POST /crm/v8/settings/profiles/:id/actions/clone': {
    summary: 'Make a profile of another one',
    ...profiles,
    scope: 'ZohoCRM.settings.profiles.CREATE',
    params: idParam,
    body: rowsOf('profiles'),
    responses: { 201: resultsOf('profiles'), ...refused },
  },
  'PUT /crm/v8/settings/profiles/:id': { summary: 'Change what a profile allows', ...update },
  'PATCH /crm/v8/settings/profiles/:id': { summary: 'Change some of what a profile allows', ...update },
  'DELETE /crm/v8/settings/profiles/:id': {
    summary: 'Delete a profile; its users go to another one',
    ...profiles,
    scope: 'ZohoCRM.settings.profiles.DELETE',
    params: idParam,
    query: Type.Object({ transfer_to: Type.Optional(Type.String({ maxLength: 32 })) }),
    responses: { 200: WriteRow, ...refused },
  },
});
