import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { loadAccess, type Access } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { outboundFetch, type AllowList } from '../../platform/outbound/index.js';
import type { Secrets } from '../../platform/secrets/index.js';
import type { Modules } from '../metadata/registry.js';
import { rowsOf } from '../storage/visibility.js';
import type { Changes } from '../write/events.js';
import type { Channel } from './channels.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_BYTES = 65_536;

/** Zoho's words for what happened. */
const words: Readonly<Record<string, string>> = { create: 'insert', edit: 'update', delete: 'delete' };

/** Happenings of one kind in one module that are told together, always under the same id. */
export interface Batch {
  id: string;
  module: string;
  operation: string;
  rows: { record_id: string; changes: Changes | null }[];
}

export interface Telling {
  db: Db;
  modules: Modules;
  secrets: Secrets;
  allow: AllowList;
}

/** Those of the records that the channel's user may see, or could before they were deleted. */
async function visibleIds(
  { db, modules }: Telling,
  { orgId, userId }: { orgId: string; userId: string },
  batch: Batch,
): Promise<Set<string>> {
  const access = await findAccess(db, orgId, userId);
  const module = (await modules.of(db, orgId)).all.find(({ apiName }) => apiName === batch.module);
  if (!access?.may(batch.module, 'view') || !module) return new Set();
  const ids = batch.rows.map((row) => row.record_id);
  const from = (table: 'record' | 'deleted_record') => sql`
    select id from ${sql.table(table)} where org_id = ${orgId} and module = ${batch.module} and id = any(${ids}::bigint[])
      and ${access.administrator ? sql`true` : rowsOf(access, module, 'view', table)}`;
  const { rows } = await sql<{ id: string }>`${from('record')} union all ${from('deleted_record')}`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Undefined when the user is gone or inactive. */
async function findAccess(db: Db, orgId: string, userId: string): Promise<Access | undefined> {
  try {
    return await loadAccess(db, { orgId, userId });
  } catch (error) {
    if (error instanceof Failure && error.status === 401) return undefined;
    throw error;
  }
}

/** Tells a channel what happened. @returns whether that is done with: it was taken, or there was nothing to tell */
export async function callBack(
  telling: Telling,
  channel: Channel & { org_id: string; user_id: string },
  batch: Batch,
): Promise<boolean> {
  const { secrets, allow } = telling;
  const visible = await visibleIds(telling, { orgId: channel.org_id, userId: channel.user_id }, batch);
  const rows = batch.rows.filter((row) => visible.has(row.record_id));
  if (rows.length === 0) return true;
  const token = channel.sealed_token === null ? null : secrets.open(channel.sealed_token);
  const body = JSON.stringify({
    server_time: Date.now(),
    module: batch.module,
    operation: words[batch.operation],
    channel_id: channel.channel_id,
    token,
    resource_uri: `${channel.origin}/crm/v8/${batch.module}`,
    ids: [...new Set(rows.map((row) => row.record_id))],
    affected_fields: rows.flatMap(fieldsOf),
    ...(channel.return_values && { affected_values: rows.flatMap(valuesOf) }),
    query_params: Object.fromEntries(new URL(channel.notify_url).searchParams),
  });
  const headers = {
    'content-type': 'application/json',
    'x-crm-delivery-id': batch.id,
    ...(token !== null && {
      'x-crm-signature': `sha256=${createHmac('sha256', token).update(body).digest('hex')}`,
    }),
  };
  try {
    const answer = await outboundFetch(channel.notify_url, {
      allow,
      method: 'POST',
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_ANSWER_BYTES,
    });
    return answer.status >= 200 && answer.status < 300;
  } catch {
    return false;
  }
}

const fieldsOf = ({ record_id, changes }: Batch['rows'][number]): Record<string, string[]>[] =>
  changes ? [{ [record_id]: Object.keys(changes) }] : [];

const valuesOf = ({ record_id, changes }: Batch['rows'][number]) =>
  changes
    ? {
        record_id,
        values: Object.fromEntries(Object.entries(changes).map(([name, { new: now }]) => [name, now])),
      }
    : [];
