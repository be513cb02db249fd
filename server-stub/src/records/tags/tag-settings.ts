import type { WriteRow } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Db, Tx } from '../../platform/db/database.js';
import { nextId } from '../../platform/ids.js';
import type { ModuleContext } from '../context.js';
import { crmTime } from '../../crm-dialect/time.js';
import { rowError } from '../../crm-dialect/failure.js';
import { TAG_LENGTH } from '../fields/tags.js';
import { countRecords } from '../storage/select.js';
import { MAX_MODULE_TAGS } from './resolve-tags.js';

const COLOR = /^#[0-9A-Fa-f]{6}$/;

interface Input {
  name?: unknown;
  color_code?: unknown;
}

interface Checked {
  name?: string;
  color_code?: string | null;
}

/** The tags of a module by name; those that the user made, where so asked. */
export async function listTags(db: Db, { access, module }: ModuleContext, mine: boolean) {
  let query = db
    .selectFrom('tag')
    .selectAll()
    .where('org_id', '=', access.orgId)
    .where('module', '=', module.apiName);
  if (mine) query = query.where('created_by', '=', access.userId);
  const rows = await query.orderBy(sql`lower(name)`).execute();
  const users = await findUsers(
    db,
    access.orgId,
    rows.flatMap((row) => [row.created_by, row.modified_by]),
  );
  const by = (id: string) => {
    const user = users.get(id);
    return user ? { name: user.name, id } : null;
  };
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    color_code: row.color_code,
    created_time: crmTime(row.created_time),
    modified_time: crmTime(row.modified_time),
    created_by: by(row.created_by),
    modified_by: by(row.modified_by),
  }));
}

/** What is wrong with a row, or its values. */
function check(row: Input, index: number, complete: boolean): Checked | WriteRow {
  const at = (name: string) => ({ api_name: name, json_path: `$.tags[${index}].${name}` });
  const name = typeof row.name === 'string' ? row.name.trim() : row.name;
  if (name === undefined || name === '' || name === null) {
    if (complete || name !== undefined)
      return rowError('MANDATORY_NOT_FOUND', 'required field not found', at('name'));
  } else if (typeof name !== 'string' || name.includes('\0'))
    return rowError('INVALID_DATA', 'invalid data', { expected_data_type: 'text', ...at('name') });
  else if (name.length > TAG_LENGTH)
    return rowError('INVALID_DATA', 'invalid data', { maximum_length: TAG_LENGTH, ...at('name') });
  const color = row.color_code;
  if (color !== undefined && color !== null && (typeof color !== 'string' || !COLOR.test(color)))
    return rowError('INVALID_DATA', 'invalid data', { expected_data_type: 'text', ...at('color_code') });
  return {
    ...(typeof name === 'string' && { name: name.toWellFormed() }),
    ...(color !== undefined && { color_code: color }),
  };
}

const isFault = (checked: Checked | WriteRow): checked is WriteRow => 'status' in checked;

const duplicate = (id: string, index: number) =>
  rowError('DUPLICATE_DATA', 'duplicate data', { id, api_name: 'name', json_path: `$.tags[${index}].name` });

async function findByName(
  tx: Tx,
  { access, module }: ModuleContext,
  name: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from tag where org_id = ${access.orgId} and module = ${module.apiName} and lower(name) = lower(${name})`.execute(
    tx,
  );
  return rows[0]?.id;
}

export async function createTag(
  tx: Tx,
  context: ModuleContext,
  row: Input,
  index: number,
): Promise<WriteRow> {
  const { access, module } = context;
  const checked = check(row, index, true);
  if (isFault(checked)) return checked;
  const { name = '', color_code = null } = checked;
  const { rows } = await sql<{ count: string }>`
    select count(*) from tag where org_id = ${access.orgId} and module = ${module.apiName}`.execute(tx);
  if (Number(rows[0]?.count) >= MAX_MODULE_TAGS)
    return rowError('LIMIT_EXCEEDED', `at most ${MAX_MODULE_TAGS} tags a module`, { limit: MAX_MODULE_TAGS });
  const [id, now] = [nextId(), new Date()];
  const { org_id: made } = (await tx
    .insertInto('tag')
    .values({
      org_id: access.orgId,
      id,
      module: module.apiName,
      name,
      color_code,
      created_by: access.userId,
      modified_by: access.userId,
      created_time: now,
      modified_time: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('org_id')
    .executeTakeFirst()) ?? { org_id: undefined };
  if (made === undefined) return duplicate((await findByName(tx, context, name)) ?? '', index);
  const user = (await findUsers(tx, access.orgId, [access.userId])).get(access.userId);
  const by = user ? { name: user.name, id: user.id } : null;
  const time = crmTime(now);
  const stamps = { created_time: time, modified_time: time, created_by: by, modified_by: by };
  return {
    code: 'SUCCESS',
    details: { id, color_code, ...stamps },
    message: 'tags created successfully',
    status: 'success',
  };
}

const unknownTag = (index: number) =>
  rowError('INVALID_DATA', 'the id given seems to be invalid', {
    api_name: 'id',
    json_path: `$.tags[${index}].id`,
  });

export async function changeTag(
  tx: Tx,
  context: ModuleContext,
  id: string,
  row: Input,
  index: number,
): Promise<WriteRow> {
  const { access, module } = context;
  const checked = check(row, index, false);
  if (isFault(checked)) return checked;
  const taken = checked.name === undefined ? undefined : await findByName(tx, context, checked.name);
  if (taken !== undefined && taken !== id) return duplicate(taken, index);
  const changed = await tx
    .updateTable('tag')
    .set({ ...checked, modified_by: access.userId, modified_time: new Date() })
    .where('org_id', '=', access.orgId)
    .where('module', '=', module.apiName)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return unknownTag(index);
  return { code: 'SUCCESS', details: { id }, message: 'tags updated successfully', status: 'success' };
}

/** How many records that the user may see carry a tag. */
export const countTagged = (db: Db, context: ModuleContext, id: string): Promise<number> =>
  countRecords(
    db,
    context,
    context.module,
    sql<boolean>`record.data ? 'Tag' and record.data -> 'Tag' ? ${id}`,
  );

/** Takes the tag from all records by being gone. */
export async function deleteTag(tx: Tx, orgId: string, id: string): Promise<WriteRow> {
  const gone = await tx
    .deleteFrom('tag')
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!gone) return unknownTag(0);
  return { code: 'SUCCESS', details: { id }, message: 'tags deleted successfully', status: 'success' };
}
