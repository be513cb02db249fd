import { Type, type Static } from '@sinclair/typebox';
import { CrmErrorBody } from './crm-error.js';
import { Id } from './ids.js';
import { routes } from './route.js';

/** Most rows of a page and most fields of a request. */
export const RECORDS_MAX_PAGE = 200;
export const RECORDS_MAX_FIELDS = 50;
/** Most rows of one write. */
export const RECORDS_MAX_WRITE = 100;

/** A record: system fields and the fields of its module, named as in `settings/fields`. */
export const CrmRecord = Type.Object({ id: Id }, { additionalProperties: true, $id: 'Record' });
export type CrmRecord = Static<typeof CrmRecord> & Record<string, unknown>;

export const PageInfo = Type.Object(
  {
    call: Type.Boolean(),
    email: Type.Boolean(),
    per_page: Type.Integer(),
    count: Type.Integer(),
    page: Type.Integer(),
    sort_by: Type.String(),
    sort_order: Type.Union([Type.Literal('asc'), Type.Literal('desc')]),
    more_records: Type.Boolean(),
    next_page_token: Type.Union([Type.String(), Type.Null()]),
    previous_page_token: Type.Union([Type.String(), Type.Null()]),
    page_token_expiry: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'PageInfo' },
);
export type PageInfo = Static<typeof PageInfo>;

export const RecordPage = Type.Object({ data: Type.Array(CrmRecord), info: PageInfo }, { $id: 'RecordPage' });
export interface RecordPage {
  data: CrmRecord[];
  info: PageInfo;
}

/** One row of the answer to a write. Good and bad rows stand side by side (207). */
export const WriteRow = Type.Object(
  {
    code: Type.String(),
    details: Type.Record(Type.String(), Type.Unknown()),
    message: Type.String(),
    status: Type.Union([Type.Literal('success'), Type.Literal('error')]),
  },
  { $id: 'WriteRow' },
);
export type WriteRow = Static<typeof WriteRow>;
const WriteAnswer = Type.Object({ data: Type.Array(WriteRow) }, { $id: 'WriteAnswer' });

const ModuleParam = Type.Object({ module: Type.String({ maxLength: 64 }) });
const RecordParam = Type.Object({
  module: Type.String({ maxLength: 64 }),
  id: Type.String({ maxLength: 32 }),
});
const RelatedParam = Type.Object({
  module: Type.String({ maxLength: 64 }),
  id: Type.String({ maxLength: 32 }),
  related: Type.String({ maxLength: 64 }),
});

/** Numbers come as text in a query; the records service reads and judges them (its errors are Zoho's). */
export const ListQuery = Type.Object({
  fields: Type.Optional(Type.String({ maxLength: 4_096 })),
  page: Type.Optional(Type.String({ maxLength: 16 })),
  per_page: Type.Optional(Type.String({ maxLength: 16 })),
  page_token: Type.Optional(Type.String({ maxLength: 512 })),
  sort_by: Type.Optional(Type.String({ maxLength: 64 })),
  sort_order: Type.Optional(Type.String({ maxLength: 8 })),
  portal_id: Type.Optional(Type.String({ maxLength: 32 })),
});
export type ListQuery = Static<typeof ListQuery>;

const refused = { 400: CrmErrorBody, 401: CrmErrorBody, 403: CrmErrorBody };

export const recordRoutes = routes({
  'GET /crm/v8/:module': {
    summary: 'List the records of a module',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.READ',
    params: ModuleParam,
    query: ListQuery,
    responses: { 200: RecordPage, 204: null, ...refused },
  },
  'POST /crm/v8/:module': {
    summary: 'Insert up to 100 records',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.CREATE',
    params: ModuleParam,
    body: Type.Object({ data: Type.Array(Type.Record(Type.String(), Type.Unknown())) }),
    responses: { 201: WriteAnswer, 207: WriteAnswer, ...refused },
  },
  'GET /crm/v8/:module/:id': {
    summary: 'Read one record',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.READ',
    params: RecordParam,
    query: Type.Object({ fields: Type.Optional(Type.String({ maxLength: 4_096 })) }),
    responses: { 200: Type.Object({ data: Type.Array(CrmRecord) }), 204: null, ...refused },
  },
  'GET /crm/v8/:module/:id/:related': {
    summary: 'List the rows of a related list',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.READ',
    params: RelatedParam,
    query: ListQuery,
    responses: { 200: RecordPage, 204: null, ...refused },
  },
});
