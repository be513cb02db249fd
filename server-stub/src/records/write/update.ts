import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { rowError } from '../../crm-dialect/failure.js';
import { dataKey } from '../fields/index.js';
import { isId } from '../../crm-dialect/ids.js';
import { findField, type Context, type Module } from '../module.js';
import { selectRecords, type StoredRecord } from '../storage/select.js';
import { writtenRow } from './answers.js';
import { checkReferences } from './check-references.js';
import { readDraft, sound, type Draft, type InputRow } from './draft.js';
import { duplicateRow } from './duplicates.js';
import { announceRecords, RECORD_UPDATED, type Changes, type Trigger } from './events.js';
import { mergeData, nameOf } from './stored-row.js';
import { inWaves } from './waves.js';

interface Options {
  trigger?: Trigger;
  /** A row that was changed after this instant is left as it is. */
  unmodifiedSince?: Date | undefined;
}

/** Changes the records that the rows name by `id`; what a row does not name stays. */
export async function updateRecords(
  tx: Tx,
  context: Context,
  module: Module,
  rows: InputRow[],
  options: Options = {},
): Promise<WriteRow[]> {
  const drafts = rows.map((row, index) => readUpdate(module, row, index));
  return updateDrafts(tx, context, module, drafts, options);
}

/** The same for rows that are read already; answers in their order. */
export async function updateDrafts(
  tx: Tx,
  context: Context,
  module: Module,
  drafts: Draft[],
  options: Options,
): Promise<WriteRow[]> {
  await checkReferences(tx, context, module, drafts);
  const answers = new Map<Draft, WriteRow>();
  for (const wave of inWaves(sound(drafts), ({ row }) => [String(row.id)]))
    for (const [draft, answer] of await updateWave(tx, context, module, wave, options))
      answers.set(draft, answer);
  return drafts.map((draft) => draft.fault ?? answers.get(draft)).filter((row) => row !== undefined);
}

function readUpdate(module: Module, row: InputRow, index: number): Draft {
  const where = { api_name: 'id', json_path: `$.data[${index}].id` };
  const { id } = row;
  if (id === undefined || id === null)
    return {
      index,
      row,
      values: new Map(),
      fault: rowError('MANDATORY_NOT_FOUND', 'required field not found', where),
    };
  if (typeof id !== 'string' || !isId(id)) return { index, row, values: new Map(), fault: unknownId(index) };
  return readDraft(module, row, index, false);
}

const unknownId = (index: number) =>
  rowError('INVALID_DATA', 'the id given seems to be invalid', {
    api_name: 'id',
    json_path: `$.data[${index}].id`,
  });

/** A draft with the row that it changes. */
interface Change {
  draft: Draft;
  before: StoredRecord;
  data: Record<string, unknown>;
  ownerId: string;
}

/** Drafts of different records: locked in the order of their ids, so that two writers never wait in a circle. */
async function updateWave(
  tx: Tx,
  context: Context,
  module: Module,
  drafts: Draft[],
  { trigger, unmodifiedSince }: Options,
): Promise<Map<Draft, WriteRow>> {
  const ids = drafts.map(({ row }) => row.id as string);
  const rows = await selectRecords(
    tx,
    context,
    module,
    sql`record.id = any(${ids}::bigint[]) order by record.id for update`,
    'edit',
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const owner = findField(module, 'Owner');
  const answers = new Map<Draft, WriteRow>();
  const changes: Change[] = [];
  for (const draft of drafts) {
    const before = byId.get(draft.row.id as string);
    if (!before) answers.set(draft, unknownId(draft.index));
    else if (unmodifiedSince && seconds(before.modified_time) > seconds(unmodifiedSince))
      answers.set(
        draft,
        rowError('ALREADY_MODIFIED', 'the record has been already modified', { id: before.id }),
      );
    else
      changes.push({
        draft,
        before,
        data: mergeData(before.data, draft.values),
        ownerId: ((owner && draft.values.get(owner)) as string | undefined) ?? before.owner_id,
      });
  }
  for (const [draft, answer] of await storeChanges(tx, context, module, changes, trigger))
    answers.set(draft, answer);
  return answers;
}

/** Clients know times to the second. */
const seconds = (time: Date) => Math.floor(time.getTime() / 1000);

/** All at once; where a unique value of one is taken, each on its own. */
async function storeChanges(
  tx: Tx,
  context: Context,
  module: Module,
  changes: Change[],
  trigger: Trigger,
): Promise<Map<Draft, WriteRow>> {
  if (changes.length === 0) return new Map();
  const now = new Date();
  await sql`savepoint changes`.execute(tx);
  try {
    await writeChanges(tx, context, module, changes, now);
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    await sql`rollback to savepoint changes`.execute(tx);
    return refuseOrSplit(tx, context, module, changes, trigger);
  }
  await announceRecords(
    tx,
    context,
    module,
    RECORD_UPDATED,
    changes.map((change) => ({ id: change.before.id, changes: difference(module, change) })),
    trigger,
  );
  const { orgId, userId } = context.access;
  const users = await findUsers(tx, orgId, [userId, ...changes.map(({ before }) => before.created_by)]);
  return new Map(
    changes.map(({ draft, before }) => [
      draft,
      writtenRow('record updated', {
        id: before.id,
        createdBy: users.get(before.created_by),
        modifiedBy: users.get(userId),
        createdTime: before.created_time,
        modifiedTime: now,
      }),
    ]),
  );
}

async function refuseOrSplit(
  tx: Tx,
  context: Context,
  module: Module,
  changes: Change[],
  trigger: Trigger,
): Promise<Map<Draft, WriteRow>> {
  const [only, ...others] = changes;
  if (only && others.length === 0)
    return new Map([[only.draft, await duplicateRow(tx, context, module, only.draft)]]);
  const answers = new Map<Draft, WriteRow>();
  for (const change of changes)
    for (const [draft, answer] of await storeChanges(tx, context, module, [change], trigger))
      answers.set(draft, answer);
  return answers;
}

async function writeChanges(
  tx: Tx,
  { access: { orgId, userId } }: Context,
  module: Module,
  changes: Change[],
  now: Date,
): Promise<void> {
  await sql`
    update record set owner_id = u.owner, name = u.name, data = u.data, modified_by = ${userId}, modified_time = ${now}
    from unnest(${changes.map(({ before }) => before.id)}::bigint[], ${changes.map(({ ownerId }) => ownerId)}::bigint[],
      ${changes.map(({ data }) => nameOf(module, data))}::text[], ${changes.map(({ data }) => JSON.stringify(data))}::jsonb[])
      as u (id, owner, name, data)
    where record.org_id = ${orgId} and record.id = u.id`.execute(tx);
}

/** What really changed, by API name. */
function difference(module: Module, { before, data, ownerId }: Change): Changes {
  const changes: Changes = {};
  if (ownerId !== before.owner_id) changes.Owner = { old: before.owner_id, new: ownerId };
  for (const field of module.fields) {
    const key = dataKey(field);
    if (key === undefined) continue;
    const [old, now] = [before.data[key] ?? null, data[key] ?? null];
    if (JSON.stringify(old) !== JSON.stringify(now)) changes[field.apiName] = { old, new: now };
  }
  return changes;
}
