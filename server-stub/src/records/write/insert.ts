import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import { findField, type Context, type Module } from '../module.js';
import { writtenRow } from './answers.js';
import { numberDrafts } from './auto-numbers.js';
import { checkReferences } from './check-references.js';
import { readDraft, sound, type Draft, type InputRow } from './draft.js';
import { duplicateRow } from './duplicates.js';
import { announceRecords, RECORD_CREATED, type Trigger } from './events.js';
import { mergeData, nameOf } from './stored-row.js';

/** Writes the good rows; each bad one is answered with what is wrong with it. */
export async function insertRecords(
  tx: Tx,
  context: Context,
  module: Module,
  rows: InputRow[],
  trigger?: Trigger,
): Promise<WriteRow[]> {
  const drafts = rows.map((row, index) => readDraft(module, row, index, true));
  return insertDrafts(tx, context, module, drafts, trigger);
}

/** The same for rows that are read already; answers in their order. */
export async function insertDrafts(
  tx: Tx,
  context: Context,
  module: Module,
  drafts: Draft[],
  trigger?: Trigger,
): Promise<WriteRow[]> {
  const { orgId, userId } = context.access;
  await checkReferences(tx, context, module, drafts);
  const good = sound(drafts).map((draft) => ({ draft, id: nextId() }));
  await numberDrafts(
    tx,
    orgId,
    module,
    good.map(({ draft }) => draft),
  );
  const now = new Date();
  const stored = await store(tx, context, module, good, now);
  const user = (await findUsers(tx, orgId, [userId])).get(userId);
  const answers = new Map<Draft, WriteRow>();
  for (const { draft, id } of good) {
    answers.set(
      draft,
      stored.has(id)
        ? writtenRow('record added', {
            id,
            createdBy: user,
            modifiedBy: user,
            createdTime: now,
            modifiedTime: now,
          })
        : await duplicateRow(tx, context, module, draft),
    );
  }
  const created = good.filter(({ id }) => stored.has(id));
  await announceRecords(
    tx,
    context,
    module,
    RECORD_CREATED,
    created.map(({ id }) => ({ id })),
    trigger,
  );
  return drafts.map((draft) => draft.fault ?? answers.get(draft)).filter((row) => row !== undefined);
}

/** One statement for all rows; a row whose unique value is taken is left out. @returns ids of those written */
async function store(
  tx: Tx,
  { access: { orgId, userId } }: Context,
  module: Module,
  rows: { draft: Draft; id: string }[],
  now: Date,
): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const owner = findField(module, 'Owner');
  const data = rows.map(({ draft }) => mergeData({}, draft.values));
  const owners = rows.map(({ draft }) => (owner && draft.values.get(owner)) ?? userId);
  const { rows: written } = await sql<{ id: string }>`
    insert into record (org_id, id, module, owner_id, created_by, modified_by, created_time, modified_time, name, data)
    select ${orgId}, id, ${module.apiName}, owner, ${userId}, ${userId}, ${now}, ${now}, name, data
    from unnest(${rows.map(({ id }) => id)}::bigint[], ${owners}::bigint[], ${data.map((each) => nameOf(module, each))}::text[],
      ${data.map((each) => JSON.stringify(each))}::jsonb[]) as u (id, owner, name, data)
    on conflict do nothing returning id`.execute(tx);
  return new Set(written.map(({ id }) => id));
}
