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
    /** Of an upsert: what was done, and by which field the record was found. */
    action: Type.Optional(Type.Union([Type.Literal('insert'), Type.Literal('update')])),
    duplicate_field: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  },
  { $id: 'WriteRow' },
);
export type WriteRow = Static<typeof WriteRow>;
export const WriteAnswer = Type.Object({ data: Type.Array(WriteRow) }, { $id: 'WriteAnswer' });

export const ModuleParam = Type.Object({ module: Type.String({ maxLength: 64 }) });
export const RecordParam = Type.Object({
  module: Type.String({ maxLength: 64 }),
  id: Type.String({ maxLength: 32 }),
});

/** Numbers come as text in a query; the records service reads and judges them (its errors are Zoho's). */
export const ListQuery = Type.Object({
  fields: Type.Optional(Type.String({ maxLength: 4_096 })),
  page: Type.Optional(Type.String({ maxLength: 16 })),
  per_page: Type.Optional(Type.String({ maxLength: 16 })),
  page_token: Type.Optional(Type.String({ maxLength: 512 })),
  sort_by: Type.Optional(Type.String({ maxLength: 64 })),
  sort_order: Type.Optional(Type.String({ maxLength: 8 })),
  ids: Type.Optional(Type.String({ maxLength: 4_096 })),
  cvid: Type.Optional(Type.String({ maxLength: 32 })),
  converted: Type.Optional(Type.String({ maxLength: 8 })),
  territory_id: Type.Optional(Type.String({ maxLength: 32 })),
  include_child: Type.Optional(Type.String({ maxLength: 8 })),
  approved: Type.Optional(Type.String({ maxLength: 8 })),
  portal_id: Type.Optional(Type.String({ maxLength: 32 })),
});
export type ListQuery = Static<typeof ListQuery>;

export const crmRefused = { 400: CrmErrorBody, 401: CrmErrorBody, 403: CrmErrorBody };

export const recordRoutes = routes({
  'GET /crm/v8/:module': {
    summary: 'List the records of a module',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.READ',
    params: ModuleParam,
    query: ListQuery,
    responses: { 200: RecordPage, 204: null, 304: null, ...crmRefused },
  },
  'GET /crm/v8/:module/:id': {
    summary: 'Read one record',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.READ',
    params: RecordParam,
    query: Type.Object({ fields: Type.Optional(Type.String({ maxLength: 4_096 })) }),
    responses: { 200: Type.Object({ data: Type.Array(CrmRecord) }), 204: null, 304: null, ...crmRefused },
  },
});
