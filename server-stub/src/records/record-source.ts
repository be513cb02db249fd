import type { CrmRecord } from '@crm-elements/contract';
import { findUsers } from '../identity/index.js';
import type { Db } from '../platform/db/database.js';
import { crmTime } from './crm-time.js';
import type { PageRequest, RecordSource } from './module.js';

interface Row {
  id: string;
  owner_id: string;
  created_by: string;
  modified_by: string;
  created_time: Date;
  modified_time: Date;
  name: string;
  email: string | null;
  data: Record<string, unknown>;
}

const columns = [
  'id',
  'owner_id',
  'created_by',
  'modified_by',
  'created_time',
  'modified_time',
  'name',
  'email',
  'data',
] as const;

async function toRecords(db: Db, orgId: string, rows: Row[]): Promise<CrmRecord[]> {
  const users = await findUsers(
    db,
    orgId,
    rows.flatMap((row) => [row.owner_id, row.created_by, row.modified_by]),
  );
  return rows.map((row) => ({
    ...row.data,
    id: row.id,
    Full_Name: row.name,
    Email: row.email,
    Owner: users.get(row.owner_id) ?? null,
    Created_By: users.get(row.created_by) ?? null,
    Modified_By: users.get(row.modified_by) ?? null,
    Created_Time: crmTime(row.created_time),
    Modified_Time: crmTime(row.modified_time),
  }));
}

/** Rows of a business module in the table `record`. */
export function recordSource(module: string): RecordSource {
  const select = (db: Db, orgId: string) =>
    db.selectFrom('record').select(columns).where('org_id', '=', orgId).where('module', '=', module);
  return {
    async page(db, orgId, { limit, order, after, offset }: PageRequest) {
      const rows = await select(db, orgId)
        .$if(after !== undefined, (query) => query.where('id', order === 'asc' ? '>' : '<', after ?? ''))
        .orderBy('id', order)
        .limit(limit)
        .offset(offset)
        .execute();
      return toRecords(db, orgId, rows);
    },
    async get(db, orgId, id) {
      const row = await select(db, orgId).where('id', '=', id).executeTakeFirst();
      return row && (await toRecords(db, orgId, [row]))[0];
    },
  };
}

/** Names of records by their ids. */
export async function findRecordNames(db: Db, orgId: string, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('record')
    .select(['id', 'name'])
    .where('org_id', '=', orgId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
