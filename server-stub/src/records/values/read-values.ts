import type { CrmRecord } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { dataKey } from '../fields/index.js';
import type { Context, Module } from '../module.js';
import { presentRecords } from '../storage/present.js';
import type { StoredRecord } from '../storage/select.js';
import type { Changes } from '../write/events.js';

/** A record to be read as it was after a change, whatever was changed or deleted since. */
export interface Wanted {
  id: string;
  changes?: Changes | undefined;
}

/**
 * Records with their values as the API shows them, deleted ones with their last values, in the order asked for;
 * undefined for one that is not there. What the context may see of them is the caller's matter.
 * @param fields API names of those to be read; all when absent
 */
export async function readValues(
  db: Db,
  context: Context,
  module: Module,
  wanted: Wanted[],
  fields?: string[],
): Promise<(CrmRecord | undefined)[]> {
  const ids = [...new Set(wanted.map(({ id }) => id))];
  if (ids.length === 0) return [];
  if (!module.writable) {
    const request = { ids, limit: ids.length, offset: 0, order: 'asc', sortBy: 'id' } as const;
    const { records } = await module.source.page(db, context, module, request);
    const byId = new Map(records.map((record) => [record.id, record]));
    return wanted.map(({ id }) => byId.get(id));
  }
  const stored = await readStored(db, context, module, ids);
  const there = wanted.flatMap((each) => {
    const row = stored.get(each.id);
    return row ? [{ each, row: asChanged(module, row, each.changes) }] : [];
  });
  const rows = there.map(({ row }) => row);
  const records = await presentRecords(db, context, module, rows, fields);
  const shown = new Map(there.map(({ each }, index) => [each, records[index]]));
  return wanted.map((each) => shown.get(each));
}

async function readStored(
  db: Db,
  { access: { orgId } }: Context,
  { apiName }: Module,
  ids: string[],
): Promise<Map<string, StoredRecord>> {
  const { rows } = await sql<StoredRecord>`
    select id, owner_id, created_by, modified_by, created_time, modified_time, name, converted, data, true as editable
    from record where org_id = ${orgId} and module = ${apiName} and id = any(${ids}::bigint[])
    union all
    select id, owner_id, created_by, coalesce(modified_by, deleted_by), coalesce(created_time, deleted_time),
      coalesce(modified_time, deleted_time), name, coalesce(converted, false), data, false
    from deleted_record where org_id = ${orgId} and module = ${apiName} and id = any(${ids}::bigint[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function asChanged(module: Module, row: StoredRecord, changes: Changes = {}): StoredRecord {
  const changed = { ...row, data: { ...row.data } };
  if (changes.Owner) changed.owner_id = changes.Owner.new as string;
  for (const field of module.fields) {
    const key = dataKey(field);
    const change = key === undefined ? undefined : changes[field.apiName];
    if (key !== undefined && change) changed.data[key] = change.new;
  }
  return changed;
}
