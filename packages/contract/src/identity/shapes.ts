import { Type, type Static, type TSchema } from '@sinclair/typebox';
import { CrmErrorBody } from '../crm-error.js';
import { WriteRow } from '../records.js';

/** Ids come as text and are judged by the service, whose errors are Zoho's. */
export const idParam = Type.Object({ id: Type.String({ maxLength: 32 }) });

const rows = <K extends string, T extends TSchema>(name: K, row: T) =>
  Type.Object({ [name]: Type.Array(row) } as Record<K, ReturnType<typeof Type.Array<T>>>);
const anyRow = Type.Record(Type.String(), Type.Unknown());

/** `{ roles: [...] }`: what is written, and what is read. */
export const rowsOf = <K extends string>(name: K) => rows(name, anyRow);
/** What became of each row of a write: `{ roles: [{ code, details, message, status }] }`. */
export const resultsOf = <K extends string>(name: K) => rows(name, WriteRow);

/** Numbers come as text in a query and are judged by the service. */
export const pageQuery = {
  page: Type.Optional(Type.String({ maxLength: 16 })),
  per_page: Type.Optional(Type.String({ maxLength: 16 })),
};

/** Where one is in a list of settings. */
export const SettingsPageInfo = Type.Object(
  { per_page: Type.Integer(), count: Type.Integer(), page: Type.Integer(), more_records: Type.Boolean() },
  { $id: 'SettingsPageInfo' },
);
export type SettingsPageInfo = Static<typeof SettingsPageInfo>;

export const pageOf = <K extends string>(name: K) =>
  Type.Composite([rowsOf(name), Type.Object({ info: SettingsPageInfo })]);

export const refused = { 400: CrmErrorBody, 401: CrmErrorBody, 403: CrmErrorBody };
