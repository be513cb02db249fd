import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { checkReference } from '../crm/references.js';
import { RowReader } from '../crm/row-reader.js';
import { groupSourceTypes, type GroupSourceType } from '../tables.js';

const MAX_SOURCES = 1_000;
const tables = { users: 'crm_user', roles: 'role', territories: 'territory', groups: 'user_group' } as const;

/** One source of a group as it is stored. */
export interface GroupSource {
  type: GroupSourceType;
  source_id: string;
  with_below: boolean;
}

const isType = (type: unknown): type is GroupSourceType => groupSourceTypes.some((each) => each === type);

/**
 * The sources that a row gives: users, roles (with subordinates), territories, other groups.
 * @returns undefined when the row leaves them as they are
 * @throws RowError
 */
export async function readSources(
  tx: Tx,
  orgId: string,
  reader: RowReader,
): Promise<GroupSource[] | undefined> {
  const value = reader.row.sources;
  if (value === undefined) return undefined;
  const isObject = (source: unknown) => typeof source === 'object' && source !== null;
  if (!Array.isArray(value) || !value.every(isObject))
    throw reader.invalid('sources', { expected_data_type: 'jsonarray' });
  if (value.length === 0) throw reader.missing('sources');
  if (value.length > MAX_SOURCES) throw reader.invalid('sources', { maximum_length: MAX_SOURCES });
  const sources = new Map<string, GroupSource>();
  for (const [index, row] of (value as Record<string, unknown>[]).entries()) {
    const source = await readSource(tx, orgId, new RowReader(row, `${reader.path}.sources[${index}]`));
    sources.set(`${source.type}/${source.source_id}`, source);
  }
  return [...sources.values()];
}

async function readSource(tx: Tx, orgId: string, reader: RowReader): Promise<GroupSource> {
  const { type } = reader.row;
  if (type === undefined) throw reader.missing('type');
  if (!isType(type)) throw reader.invalid('type', { supported_values: groupSourceTypes });
  const id = reader.neededReference('source', true);
  await checkReference(tx, orgId, tables[type], reader, 'source', id);
  const below = {
    roles: 'subordinates',
    territories: 'sub_territories',
    users: undefined,
    groups: undefined,
  }[type];
  return { type, source_id: id, with_below: below !== undefined && reader.boolean(below) === true };
}

/** A group is in no group that is in it. @throws RowError INVALID_DATA */
export async function checkNoGroupCircle(
  tx: Tx,
  orgId: string,
  reader: RowReader,
  groupId: string,
  sources: GroupSource[],
): Promise<void> {
  const groups = sources.flatMap(({ type, source_id: id }) => (type === 'groups' ? [id] : []));
  const { rows } = await sql`
    with recursive inside as (
      select unnest(${groups}::bigint[]) as id
      union
      select s.source_id from user_group_source s join inside i on s.group_id = i.id
      where s.org_id = ${orgId} and s.type = 'groups')
    select 1 from inside where id = ${groupId}`.execute(tx);
  if (rows.length > 0) throw reader.invalid('sources', {}, 'a group cannot be in itself');
}
