import { parseCriteria } from '@crm-elements/contract/criteria';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { loadAccess } from '../../identity/index.js';
import type { Db, Tx } from '../../platform/db/database.js';
import type { Tables } from '../../platform/db/tables.js';
import { Failure } from '../../platform/http/failure.js';
import { nextId } from '../../platform/ids.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Consumer, StoredEvent } from '../../platform/outbox/relay.js';
import type { ModuleContext } from '../context.js';
import { meetsCriteria } from '../criteria/meets-criteria.js';
import { allOf } from '../criteria/all-of.js';
import { convertedIs } from '../list/answer-page.js';
import type { Modules } from '../metadata/registry.js';
import type { Context, Module } from '../module.js';
import { countRecords, selectRecords } from '../storage/select.js';
import { findView, viewCondition } from '../views/view-condition.js';
import type { InputRow } from '../write/draft.js';
import { updateRecords } from '../write/update.js';

/** Topic that carries a mass update on: each event is one batch. */
export const MASS_UPDATE = 'record.mass_update';
const BATCH = 100;
/** Records that failed of which a job tells why. */
const TOLD = 20;

/** Which records a job changes. */
export interface Selection {
  viewId?: string | undefined;
  criteria?: string | undefined;
}

async function conditionOf(
  db: Db,
  context: Context,
  module: Module,
  { viewId, criteria }: Selection,
): Promise<RawBuilder<SqlBool> | undefined> {
  return allOf(
    convertedIs(module, { converted: 'false' }),
    viewId === undefined
      ? undefined
      : await viewCondition(db, context, module, await findView(db, context, module, viewId)),
    criteria === undefined
      ? undefined
      : await meetsCriteria(db, context, module, () => parseCriteria(criteria)),
  );
}

/** Starts a job. @returns its id */
export async function startMassUpdate(
  tx: Tx,
  context: ModuleContext,
  row: InputRow,
  selection: Selection,
): Promise<string> {
  const { access, module } = context;
  const id = nextId();
  const total = await countRecords(tx, context, module, await conditionOf(tx, context, module, selection));
  await tx
    .insertInto('mass_update')
    .values({
      org_id: access.orgId,
      id,
      module: module.apiName,
      user_id: access.userId,
      row,
      view_id: selection.viewId ?? null,
      criteria: selection.criteria ?? null,
      total,
      updated: 0,
      failed: 0,
      failures: {},
      last_id: '0',
      status: 'SCHEDULED',
    })
    .execute();
  await appendEvents(tx, [{ orgId: access.orgId, topic: MASS_UPDATE, key: id }]);
  return id;
}

/** Changes one batch of each job a time, so that a long one holds up nobody. */
export function createMassUpdater(modules: Modules): Consumer {
  return async (tx, events) => {
    for (const event of events) await runBatch(tx, modules, event);
    return [];
  };
}

async function runBatch(tx: Tx, modules: Modules, { orgId, key }: StoredEvent): Promise<void> {
  const job = await tx
    .selectFrom('mass_update')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('id', '=', key)
    .forUpdate()
    .executeTakeFirst();
  if (!job || job.status === 'COMPLETED' || job.status === 'FAILED') return;
  const done = await changeBatch(tx, modules, job).catch((error: unknown) => {
    // The user is gone, or a field of the criteria: trying again would not help.
    if (error instanceof Failure) return { status: 'FAILED' as const };
    throw error;
  });
  await tx.updateTable('mass_update').set(done).where('org_id', '=', orgId).where('id', '=', key).execute();
  if (done.status === 'RUNNING') await appendEvents(tx, [{ orgId, topic: MASS_UPDATE, key }]);
}

/** Changes the next records of a job. @throws Failure when they cannot be found any more */
async function changeBatch(
  tx: Tx,
  modules: Modules,
  job: Tables['mass_update'],
): Promise<Partial<Tables['mass_update']>> {
  const context: Context = {
    access: await loadAccess(tx, { orgId: job.org_id, userId: job.user_id }),
    modules: await modules.of(tx, job.org_id),
  };
  const module = context.modules.find(job.module);
  const where = await conditionOf(tx, context, module, {
    viewId: job.view_id ?? undefined,
    criteria: job.criteria ?? undefined,
  });
  const rows = await selectRecords(
    tx,
    context,
    module,
    sql`record.id > ${job.last_id} and ${where ?? sql`true`} order by record.id limit ${BATCH}`,
  );
  const answers = await updateRecords(
    tx,
    context,
    module,
    rows.map(({ id }) => ({ ...job.row, id })),
  );
  const failures = answers.flatMap(({ status, code, message }, index) => {
    const id = rows[index]?.id;
    return status === 'error' && id !== undefined ? [[id, { code, message }] as const] : [];
  });
  const failed = failures.length;
  return {
    updated: job.updated + answers.length - failed,
    failed: job.failed + failed,
    failures: Object.fromEntries([...Object.entries(job.failures), ...failures].slice(0, TOLD)),
    last_id: rows.at(-1)?.id ?? job.last_id,
    status: rows.length === BATCH ? 'RUNNING' : 'COMPLETED',
  };
}
