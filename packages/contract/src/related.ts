import { Type } from '@sinclair/typebox';
import { Bytes } from './bytes.js';
import { WriteBody } from './record-writes.js';
import { crmRefused, ListQuery, RecordPage, RecordParam, WriteAnswer, WriteRow } from './records.js';
import { routes } from './route.js';

const id = Type.String({ maxLength: 32 });
const list = { ...RecordParam.properties, related: Type.String({ maxLength: 64 }) };
const ListParam = Type.Object(list);
const RowParam = Type.Object({ ...list, row: id });

/** An answer that stands for itself, without `data`. */
const Done = Type.Pick(WriteRow, ['code', 'details', 'message', 'status']);

const shared = { tag: 'Related lists', dialect: 'crm', security: 'token' } as const;
const written = { 200: WriteAnswer, 202: WriteAnswer, 207: WriteAnswer, ...crmRefused };

/** What belongs to one record: lists, notes, files. */
export const relatedRoutes = routes({
  'GET /crm/v8/:module/:id/:related': {
    ...shared,
    summary: 'List the rows of a related list',
    scope: 'ZohoCRM.modules.READ',
    params: ListParam,
    query: ListQuery,
    responses: { 200: RecordPage, 204: null, ...crmRefused },
  },
  'POST /crm/v8/:module/:id/:related': {
    ...shared,
    summary: 'Add up to 100 rows that belong to the record: notes',
    scope: 'ZohoCRM.modules.CREATE',
    params: ListParam,
    body: WriteBody,
    responses: { 201: WriteAnswer, 202: WriteAnswer, 207: WriteAnswer, ...crmRefused },
  },
  'PUT /crm/v8/:module/:id/:related': {
    ...shared,
    summary: 'Link up to 100 records, each named by its id',
    scope: 'ZohoCRM.modules.UPDATE',
    params: ListParam,
    body: WriteBody,
    responses: written,
  },
  'PUT /crm/v8/:module/:id/:related/:row': {
    ...shared,
    summary: 'Link one record',
    scope: 'ZohoCRM.modules.UPDATE',
    params: RowParam,
    body: WriteBody,
    responses: written,
  },
  'DELETE /crm/v8/:module/:id/:related': {
    ...shared,
    summary: 'Unlink up to 100 records, or delete attachments',
    scope: 'ZohoCRM.modules.DELETE',
    params: ListParam,
    query: Type.Object({ ids: Type.Optional(Type.String({ maxLength: 4_096 })) }),
    responses: written,
  },
  'DELETE /crm/v8/:module/:id/:related/:row': {
    ...shared,
    summary: 'Unlink one record, or delete an attachment',
    scope: 'ZohoCRM.modules.DELETE',
    params: RowParam,
    responses: written,
  },
  'POST /crm/v8/:module/:id/Attachments': {
    ...shared,
    tag: 'Files',
    summary: 'Attach a file of at most 20 MB, or what is at an address',
    scope: 'ZohoCRM.modules.CREATE',
    params: RecordParam,
    query: Type.Object({
      attachmentUrl: Type.Optional(Type.String({ maxLength: 2_048 })),
      title: Type.Optional(Type.String({ maxLength: 255 })),
    }),
    upload: Type.Object({ file: Bytes }),
    responses: { 200: WriteAnswer, ...crmRefused },
  },
  'GET /crm/v8/:module/:id/photo': {
    ...shared,
    tag: 'Files',
    summary: 'Download the picture of a record',
    scope: 'ZohoCRM.modules.READ',
    params: RecordParam,
    responses: { 200: Bytes, 204: null, ...crmRefused },
  },
  'POST /crm/v8/:module/:id/photo': {
    ...shared,
    tag: 'Files',
    summary: 'Give a record a picture of at most 10 MB',
    scope: 'ZohoCRM.modules.UPDATE',
    params: RecordParam,
    upload: Type.Object({ file: Bytes }),
    responses: { 200: Done, ...crmRefused },
  },
  'DELETE /crm/v8/:module/:id/photo': {
    ...shared,
    tag: 'Files',
    summary: 'Take the picture of a record away',
    scope: 'ZohoCRM.modules.UPDATE',
    params: RecordParam,
    responses: { 200: Done, 204: null, ...crmRefused },
  },
  'GET /crm/v8/:module/:id/Attachments/:attachment': {
    ...shared,
    tag: 'Files',
    summary: 'Download an attachment',
    scope: 'ZohoCRM.modules.READ',
    params: Type.Object({ ...RecordParam.properties, attachment: id }),
    responses: { 200: Bytes, ...crmRefused },
  },
});
