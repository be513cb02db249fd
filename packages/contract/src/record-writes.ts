import { Type } from '@sinclair/typebox';
import { crmRefused, ModuleParam, RecordParam, WriteAnswer } from './records.js';
import { routes } from './route.js';

const Rows = Type.Array(Type.Record(Type.String(), Type.Unknown()));

/** Kinds of automation that a write runs: all when absent, none when empty. */
const trigger = Type.Optional(
  Type.Array(
    Type.Union(
      (['workflow', 'approval', 'blueprint', 'pathfinder', 'orchestration'] as const).map((name) =>
        Type.Literal(name),
      ),
    ),
  ),
);
export const WriteBody = Type.Object({ data: Rows, trigger });
const UpsertBody = Type.Object({
  data: Rows,
  trigger,
  duplicate_check_fields: Type.Optional(Type.Array(Type.String({ maxLength: 64 }), { maxItems: 50 })),
});
const DeleteQuery = { wf_trigger: Type.Optional(Type.String({ maxLength: 8 })) };
const written = { 200: WriteAnswer, 202: WriteAnswer, 207: WriteAnswer, ...crmRefused };

/** Writes of records; good and bad rows stand side by side in the answer. */
export const recordWriteRoutes = routes({
  'POST /crm/v8/:module': {
    summary: 'Insert up to 100 records',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.CREATE',
    params: ModuleParam,
    body: WriteBody,
    responses: { 201: WriteAnswer, 202: WriteAnswer, 207: WriteAnswer, ...crmRefused },
  },
  'PUT /crm/v8/:module': {
    summary: 'Update up to 100 records, each named by its id',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.UPDATE',
    params: ModuleParam,
    body: WriteBody,
    responses: { ...written, 412: WriteAnswer },
  },
  'PUT /crm/v8/:module/:id': {
    summary: 'Update one record',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.UPDATE',
    params: RecordParam,
    body: WriteBody,
    responses: { ...written, 412: WriteAnswer },
  },
  'POST /crm/v8/:module/upsert': {
    summary: 'Insert or update up to 100 records',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.CREATE',
    params: ModuleParam,
    body: UpsertBody,
    responses: written,
  },
  'DELETE /crm/v8/:module': {
    summary: 'Move up to 100 records to the recycle bin',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.DELETE',
    params: ModuleParam,
    query: Type.Object({ ids: Type.Optional(Type.String({ maxLength: 4_096 })), ...DeleteQuery }),
    responses: written,
  },
  'DELETE /crm/v8/:module/:id': {
    summary: 'Move one record to the recycle bin',
    tag: 'Records',
    dialect: 'crm',
    security: 'token',
    scope: 'ZohoCRM.modules.DELETE',
    params: RecordParam,
    query: Type.Object(DeleteQuery),
    responses: written,
  },
});
