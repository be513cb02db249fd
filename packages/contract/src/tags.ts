import { Type } from '@sinclair/typebox';
import { crmRefused, ModuleParam, RecordParam, WriteAnswer, WriteRow } from './records.js';
import { routes } from './route.js';

const Tag = Type.Object(
  { id: Type.String(), name: Type.String() },
  { additionalProperties: true, $id: 'Tag' },
);
const Rows = Type.Object({ tags: Type.Array(Type.Record(Type.String(), Type.Unknown())) });
const Answer = Type.Object({ tags: Type.Array(WriteRow) });
const ModuleQuery = Type.Object({ module: Type.Optional(Type.String({ maxLength: 64 })) });
const IdParam = Type.Object({ id: Type.String({ maxLength: 32 }) });

/** Tags by name, in the body or, as of old, in the address. */
const TagQuery = Type.Object({
  tag_names: Type.Optional(Type.String({ maxLength: 1_024 })),
  ids: Type.Optional(Type.String({ maxLength: 4_096 })),
  over_write: Type.Optional(Type.String({ maxLength: 8 })),
});
const TagBody = Type.Union([
  Type.Null(),
  Type.Object({
    tags: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 100 })),
    ids: Type.Optional(Type.Array(Type.String({ maxLength: 32 }), { maxItems: 1_000 })),
    over_write: Type.Optional(Type.Boolean()),
  }),
]);
const Tagged = Type.Composite([
  WriteAnswer,
  Type.Object({ success_count: Type.String(), locked_count: Type.String() }),
]);

const settings = { tag: 'Tags', dialect: 'crm', security: 'token' } as const;
const written = { 200: Answer, 207: Answer, ...crmRefused };
const ofRecord = {
  ...settings,
  scope: 'ZohoCRM.modules.UPDATE',
  params: RecordParam,
  query: TagQuery,
  body: TagBody,
  responses: { 200: WriteAnswer, 202: WriteAnswer, ...crmRefused },
};
const ofRecords = {
  ...settings,
  scope: 'ZohoCRM.modules.UPDATE',
  params: ModuleParam,
  query: TagQuery,
  body: TagBody,
  responses: { 200: Tagged, 202: Tagged, 207: Tagged, ...crmRefused },
};

export const tagRoutes = routes({
  'GET /crm/v8/settings/tags': {
    ...settings,
    summary: 'List the tags of a module',
    scope: 'ZohoCRM.settings.tags.READ',
    query: Type.Object({ ...ModuleQuery.properties, my_tags: Type.Optional(Type.String({ maxLength: 8 })) }),
    responses: {
      200: Type.Object({
        tags: Type.Array(Tag),
        info: Type.Object({ count: Type.Integer(), allowed_count: Type.Integer() }),
      }),
      204: null,
      ...crmRefused,
    },
  },
  'POST /crm/v8/settings/tags': {
    ...settings,
    summary: 'Make tags',
    scope: 'ZohoCRM.settings.tags.CREATE',
    query: ModuleQuery,
    body: Rows,
    responses: { 201: Answer, 207: Answer, ...crmRefused },
  },
  'PUT /crm/v8/settings/tags': {
    ...settings,
    summary: 'Change tags, each named by its id',
    scope: 'ZohoCRM.settings.tags.UPDATE',
    query: ModuleQuery,
    body: Rows,
    responses: written,
  },
  'PUT /crm/v8/settings/tags/:id': {
    ...settings,
    summary: 'Change a tag',
    scope: 'ZohoCRM.settings.tags.UPDATE',
    params: IdParam,
    query: ModuleQuery,
    body: Rows,
    responses: written,
  },
  'DELETE /crm/v8/settings/tags/:id': {
    ...settings,
    summary: 'Delete a tag; the records that carry it lose it',
    scope: 'ZohoCRM.settings.tags.DELETE',
    params: IdParam,
    responses: written,
  },
  'GET /crm/v8/settings/tags/:id/actions/records_count': {
    ...settings,
    summary: 'How many records carry a tag',
    scope: 'ZohoCRM.settings.tags.READ',
    params: IdParam,
    query: ModuleQuery,
    responses: { 200: Type.Object({ count: Type.String() }), ...crmRefused },
  },
  'POST /crm/v8/:module/actions/add_tags': { ...ofRecords, summary: 'Add tags to up to 100 records' },
  'POST /crm/v8/:module/actions/remove_tags': { ...ofRecords, summary: 'Take tags from up to 100 records' },
  'POST /crm/v8/:module/:id/actions/add_tags': { ...ofRecord, summary: 'Add tags to a record' },
  'POST /crm/v8/:module/:id/actions/remove_tags': { ...ofRecord, summary: 'Take tags from a record' },
});
