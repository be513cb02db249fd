import { Type, type Static } from '@sinclair/typebox';
import { CrmErrorBody } from './crm-error.js';
import { ListQuery, ModuleParam, RecordPage } from './records.js';
import { routes } from './route.js';

const refused = { 400: CrmErrorBody, 401: CrmErrorBody, 403: CrmErrorBody };

/** What is searched for; of several ways, the first counts. */
const ways = {
  criteria: Type.Optional(
    Type.String({ maxLength: 16_384, description: '`((Last_Name:equals:Hopper)and(…))`' }),
  ),
  email: Type.Optional(Type.String({ maxLength: 256 })),
  phone: Type.Optional(Type.String({ maxLength: 64 })),
  word: Type.Optional(Type.String({ maxLength: 256 })),
};

const SearchQuery = Type.Composite([
  Type.Pick(ListQuery, [
    'fields',
    'page',
    'per_page',
    'page_token',
    'sort_by',
    'sort_order',
    'converted',
    'approved',
  ]),
  Type.Object(ways),
]);
export type SearchQuery = Static<typeof SearchQuery>;

export const searchRoutes = routes({
  'GET /crm/v8/:module/search': {
    summary: 'Search the records of a module by criteria, e-mail address, telephone number or words',
    tag: 'Search',
    dialect: 'crm',
    security: 'token',
    scope: ['ZohoCRM.modules.READ', 'ZohoSearch.securesearch.READ'],
    params: ModuleParam,
    query: SearchQuery,
    responses: { 200: RecordPage, 204: null, ...refused },
  },
  'GET /crm/v8/:module/actions/count': {
    summary: 'Count the records of a module, all or those that a search finds',
    tag: 'Search',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.READ',
    params: ModuleParam,
    query: Type.Object(ways),
    responses: { 200: Type.Object({ count: Type.Integer() }), ...refused },
  },
  'POST /crm/v8/coql': {
    summary: "Query records by Zoho CRM's query language",
    tag: 'Search',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.coql.READ',
    body: Type.Object({ select_query: Type.String({ maxLength: 16_384 }) }),
    responses: {
      200: Type.Object({
        data: Type.Array(Type.Record(Type.String(), Type.Unknown())),
        info: Type.Object({ count: Type.Integer(), more_records: Type.Boolean() }),
      }),
      204: null,
      ...refused,
    },
  },
});
