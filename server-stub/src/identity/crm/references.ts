import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import type { RowReader } from './row-reader.js';

/** Tables of an organization's own things, each with the column that says what a row is under. */
const parents = { crm_user: 'reporting_to', role: 'reporting_to', territory: 'reporting_to' } as const;
type Table = keyof typeof parents | 'profile' | 'user_group';

/**
 * What a field refers to has to be there; deleted users are not.
 * @throws RowError INVALID_DATA
 */
export async function checkReference(
  tx: Tx,
  orgId: string,
  table: Table,
  reader: RowReader,
  field: string,
  id: string | null | undefined,
): Promise<void> {
  if (id === null || id === undefined) return;
  const there = table === 'crm_user' ? sql`and status <> 'deleted'` : sql``;
  const { rows } =
    await sql`select 1 from ${sql.table(table)} where org_id = ${orgId} and id = ${id} ${there}`.execute(tx);
  if (rows.length === 0) throw reader.invalid(field, {}, 'the id given seems to be invalid');
}

/**
 * Nothing is under itself, directly or through others.
 * @param above what `id` is to be under
 * @throws RowError INVALID_DATA
 */
export async function checkNoCircle(
  tx: Tx,
  orgId: string,
  table: keyof typeof parents,
  reader: RowReader,
  field: string,
  id: string,
  above: string,
): Promise<void> {
  const [name, parent] = [sql.table(table), sql.ref(parents[table])];
  const { rows } = await sql`
    with recursive up as (
      select ${above}::bigint as id
      union
      select ${parent} from ${name} t join up on t.id = up.id where t.org_id = ${orgId} and ${parent} is not null)
    select 1 from up where id = ${id}`.execute(tx);
  if (rows.length > 0) throw reader.invalid(field, {}, 'nothing can be under itself');
}
