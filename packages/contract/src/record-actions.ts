import { Type } from '@sinclair/typebox';
import { crmRefused, ListQuery, ModuleParam, PageInfo, RecordParam, WriteAnswer } from './records.js';
import { routes } from './route.js';

const User = Type.Union([Type.Object({ name: Type.String(), id: Type.String() }), Type.Null()]);

const DeletedRecord = Type.Object(
  {
    id: Type.String(),
    display_name: Type.String(),
    type: Type.Union([Type.Literal('recycle'), Type.Literal('permanent')]),
    created_by: User,
    deleted_by: User,
    deleted_time: Type.String(),
  },
  { $id: 'DeletedRecord' },
);

const Reference = Type.Object({ id: Type.String({ maxLength: 32 }) });
const Fields = Type.Record(Type.String(), Type.Unknown());

const ConvertBody = Type.Object({
  data: Type.Array(
    Type.Object({
      /** Existing records to convert into; made of the lead when absent. */
      Accounts: Type.Optional(Reference),
      Contacts: Type.Optional(Reference),
      /** The fields of a deal to be made. */
      Deals: Type.Optional(Fields),
      /** Owner of what is made; the lead's when absent. */
      assign_to: Type.Optional(Reference),
    }),
    { minItems: 1, maxItems: 1 },
  ),
});

const MassUpdateBody = Type.Object({
  data: Type.Array(Fields, { minItems: 1, maxItems: 1 }),
  ids: Type.Optional(Type.Array(Type.String({ maxLength: 32 }), { minItems: 1, maxItems: 500 })),
  cvid: Type.Optional(Type.String({ maxLength: 32 })),
  criteria: Type.Optional(Type.String({ maxLength: 4_096 })),
});

const MassUpdateState = Type.Object({
  Status: Type.Union(
    (['SCHEDULED', 'RUNNING', 'COMPLETED', 'FAILED'] as const).map((status) => Type.Literal(status)),
  ),
  Total_Count: Type.Integer(),
  Updated_Count: Type.Integer(),
  Not_Updated_Count: Type.Integer(),
  Failed_Count: Type.Integer(),
  /** The first of those that failed, and why; not every server tells them. */
  Failed_Records: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), code: Type.String(), message: Type.String() })),
  ),
});

const shared = { tag: 'Records', dialect: 'crm', security: 'token' } as const;

/** What can be done with records beyond reading and writing them one by one. */
export const recordActionRoutes = routes({
  'GET /crm/v8/:module/deleted': {
    ...shared,
    summary: 'List the deleted records of a module',
    scope: 'ZohoCRM.modules.READ',
    params: ModuleParam,
    query: Type.Composite([ListQuery, Type.Object({ type: Type.Optional(Type.String({ maxLength: 16 })) })]),
    responses: {
      200: Type.Object({ data: Type.Array(DeletedRecord), info: PageInfo }),
      204: null,
      304: null,
      ...crmRefused,
    },
  },
  'POST /crm/v8/Leads/:id/actions/convert': {
    ...shared,
    summary: 'Convert a lead into a contact, an account and, if wanted, a deal',
    scope: 'ZohoCRM.modules.leads.UPDATE',
    params: Type.Pick(RecordParam, ['id']),
    body: ConvertBody,
    responses: { 200: WriteAnswer, 202: WriteAnswer, ...crmRefused },
  },
  'POST /crm/v8/:module/actions/mass_update': {
    ...shared,
    summary:
      'Give many records the same values: up to 500 by id at once, those of a view or of criteria as a job',
    scope: 'ZohoCRM.modules.UPDATE',
    params: ModuleParam,
    body: MassUpdateBody,
    responses: { 200: WriteAnswer, 202: WriteAnswer, 207: WriteAnswer, ...crmRefused },
  },
  'GET /crm/v8/:module/actions/mass_update': {
    ...shared,
    summary: 'How far a mass update is',
    scope: 'ZohoCRM.modules.READ',
    params: ModuleParam,
    query: Type.Object({ job_id: Type.Optional(Type.String({ maxLength: 32 })) }),
    responses: { 200: Type.Object({ data: Type.Array(MassUpdateState) }), 204: null, ...crmRefused },
  },
});
