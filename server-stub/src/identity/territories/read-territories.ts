import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { toStamps } from '../crm/stamps.js';
import type { TerritoryPermission } from '../tables.js';

interface TerritoryRow {
  id: string;
  name: string;
  api_name: string;
  description: string | null;
  permission_type: TerritoryPermission;
  above_id: string | null;
  above_name: string | null;
  manager_id: string | null;
  manager_name: string;
  created_by: string | null;
  modified_by: string | null;
  created_time: Date;
  modified_time: Date;
}

const reference = (id: string | null, name: string | null) => (id === null ? null : { name, id });

/** Territories as the API shows them, in the order of their ids; one of them with an id. */
export async function readTerritories(
  db: Db,
  orgId: string,
  id?: string,
): Promise<Record<string, unknown>[]> {
  const one = id === undefined ? sql`` : sql`and t.id = ${id}`;
  const { rows } = await sql<TerritoryRow>`
    select t.id, t.name, t.api_name, t.description, t.permission_type, t.manager_id,
      concat_ws(' ', u.first_name, u.last_name) as manager_name, above.id as above_id, above.name as above_name,
      t.created_by, t.modified_by, t.created_time, t.modified_time
    from territory t
      left join territory above on above.org_id = t.org_id and above.id = t.reporting_to
      left join crm_user u on u.org_id = t.org_id and u.id = t.manager_id
    where t.org_id = ${orgId} ${one} order by t.id`.execute(db);
  const stamps = await toStamps(db, orgId, rows);
  return rows.map((row, index) => ({
    id: row.id,
    name: row.name,
    api_name: row.api_name,
    description: row.description,
    permission_type: row.permission_type,
    reporting_to: reference(row.above_id, row.above_name),
    manager: reference(row.manager_id, row.manager_name),
    account_rule_criteria: null,
    deal_rule_criteria: null,
    lead_rule_criteria: null,
    ...stamps[index],
  }));
}

/** Users of a territory itself, not of those below it. */
export async function readTerritoryUsers(
  db: Db,
  orgId: string,
  id: string,
): Promise<{ id: string; name: string; email: string; status: string }[]> {
  const { rows } = await sql<{ id: string; name: string; email: string; status: string }>`
    select u.id, concat_ws(' ', u.first_name, u.last_name) as name, u.email, u.status
    from territory_user t join crm_user u on u.org_id = t.org_id and u.id = t.user_id
    where t.org_id = ${orgId} and t.territory_id = ${id} order by u.id`.execute(db);
  return rows;
}
