import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { EVERYTHING } from '../permissions.js';
import { toStamps } from '../crm/stamps.js';

interface RoleRow {
  id: string;
  name: string;
  description: string | null;
  share_with_peers: boolean;
  above_id: string | null;
  above_name: string | null;
  admin_user: boolean;
  created_by: string | null;
  modified_by: string | null;
  created_time: Date;
  modified_time: Date;
}

/** Roles as the API shows them, in the order of their ids; one of them with an id. */
export async function readRoles(db: Db, orgId: string, id?: string): Promise<Record<string, unknown>[]> {
  const one = id === undefined ? sql`` : sql`and r.id = ${id}`;
  const { rows } = await sql<RoleRow>`
    select r.id, r.name, r.description, r.share_with_peers, above.id as above_id, above.name as above_name,
      r.created_by, r.modified_by, r.created_time, r.modified_time,
      exists (select 1 from crm_user u join profile p on p.org_id = u.org_id and p.id = u.profile_id
        where u.org_id = r.org_id and u.role_id = r.id and u.status = 'active' and ${EVERYTHING} = any(p.permissions)) as admin_user
    from role r left join role above on above.org_id = r.org_id and above.id = r.reporting_to
    where r.org_id = ${orgId} ${one} order by r.id`.execute(db);
  const stamps = await toStamps(db, orgId, rows);
  return rows.map((row, index) => ({
    id: row.id,
    name: row.name,
    display_label: row.name,
    description: row.description,
    reporting_to: row.above_id === null ? null : { name: row.above_name, id: row.above_id },
    share_with_peers: row.share_with_peers,
    forecast_manager: null,
    admin_user: row.admin_user,
    created_by__s: stamps[index]?.created_by,
    modified_by__s: stamps[index]?.modified_by,
    created_time__s: stamps[index]?.created_time,
    modified_time__s: stamps[index]?.modified_time,
  }));
}
