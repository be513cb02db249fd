import { Type, type Static } from '@sinclair/typebox';
import { Id } from './ids.js';
import { crmRefused, WriteRow } from './records.js';
import { routes } from './route.js';

const open = { additionalProperties: true } as const;

/** A list view: which records of a module it shows, and which of their fields. */
const CustomView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    display_value: Type.String(),
    system_name: Type.Union([Type.String(), Type.Null()]),
  },
  { ...open, $id: 'CustomView' },
);

/** A list view to be made, or what is to be changed of one; its criteria are judged by the records service. */
export const CustomViewInput = Type.Object({
  name: Type.Optional(Type.String({ maxLength: 255 })),
  criteria: Type.Optional(Type.Union([Type.Null(), Type.Object({}, open)])),
  fields: Type.Optional(
    Type.Union([
      Type.Null(),
      Type.Array(Type.Object({ api_name: Type.String({ maxLength: 255 }) }), { maxItems: 50 }),
    ]),
  ),
  access_type: Type.Optional(Type.String({ maxLength: 32 })),
});
export type CustomViewInput = Static<typeof CustomViewInput>;

const query = Type.Object({ module: Type.Optional(Type.String({ maxLength: 64 })) });
const params = Type.Object({ id: Type.String({ maxLength: 32 }) });
const Rows = Type.Object({ custom_views: Type.Array(WriteRow) });
const shared = { tag: 'Settings', dialect: 'crm', security: 'token', query } as const;

export const customViewRoutes = routes({
  'GET /crm/v8/settings/custom_views': {
    ...shared,
    summary: 'List the list views of a module',
    scope: 'ZohoCRM.settings.custom_views.READ',
    responses: {
      200: Type.Object({ custom_views: Type.Array(CustomView), info: Type.Object({}, open) }),
      ...crmRefused,
    },
  },
  'GET /crm/v8/settings/custom_views/:id': {
    ...shared,
    summary: 'Read a list view of a module',
    scope: 'ZohoCRM.settings.custom_views.READ',
    params,
    responses: { 200: Type.Object({ custom_views: Type.Array(CustomView) }), 204: null, ...crmRefused },
  },
  'POST /crm/v8/settings/custom_views': {
    ...shared,
    summary: 'Make list views',
    scope: 'ZohoCRM.settings.custom_views.CREATE',
    body: Type.Object({ custom_views: Type.Array(CustomViewInput, { minItems: 1, maxItems: 5 }) }),
    responses: { 201: Rows, 207: Rows, ...crmRefused },
  },
  'PUT /crm/v8/settings/custom_views/:id': {
    ...shared,
    summary: 'Change a list view',
    scope: 'ZohoCRM.settings.custom_views.UPDATE',
    params,
    body: Type.Object({ custom_views: Type.Array(CustomViewInput, { minItems: 1, maxItems: 1 }) }),
    responses: { 200: Rows, ...crmRefused },
  },
  'DELETE /crm/v8/settings/custom_views/:id': {
    ...shared,
    summary: 'Remove a list view',
    scope: 'ZohoCRM.settings.custom_views.DELETE',
    params,
    responses: { 200: Rows, ...crmRefused },
  },
});
