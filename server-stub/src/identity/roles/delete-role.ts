import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { CrmFailure } from '../../crm-dialect/failure.js';
import { isId, noSuchId } from '../../crm-dialect/ids.js';
import type { Done } from '../crm/write-rows.js';

const PARAM = 'transfer_to_id';

const refused = (roleStatus: 'subordinate' | 'invalid' | 'same_role', message: string) =>
  new CrmFailure(400, 'INVALID_DATA', message, { role_status: roleStatus, param_name: PARAM });

/**
 * Deletes a role; its users and the roles right below it go to another one, which is not below it.
 * @throws CrmFailure REQUIRED_PARAM_MISSING, INVALID_DATA
 */
export async function deleteRole(
  tx: Tx,
  orgId: string,
  id: string,
  transferTo: string | undefined,
): Promise<Done> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from role where org_id = ${orgId} and id = ${id}
      union select r.id from role r join below on r.reporting_to = below.id where r.org_id = ${orgId})
    select id from below`.execute(tx);
  if (rows.length === 0) throw noSuchId(2);
  if (transferTo === undefined)
    throw new CrmFailure(400, 'REQUIRED_PARAM_MISSING', 'One of the expected parameter is missing', {
      param_name: PARAM,
    });
  if (transferTo === id) throw refused('same_role', 'a role cannot be transferred to itself');
  if (rows.some((role) => role.id === transferTo))
    throw refused('subordinate', 'a role cannot be transferred to one below it');
  const target = isId(transferTo)
    ? await sql`select 1 from role where org_id = ${orgId} and id = ${transferTo}`.execute(tx)
    : undefined;
  if (!target?.rows.length) throw refused('invalid', 'the role to transfer to is not there');
  await sql`update crm_user set role_id = ${transferTo} where org_id = ${orgId} and role_id = ${id}`.execute(
    tx,
  );
  await sql`update role set reporting_to = ${transferTo} where org_id = ${orgId} and reporting_to = ${id}`.execute(
    tx,
  );
  await sql`
    delete from user_group_source where org_id = ${orgId} and type = 'roles' and source_id = ${id}`.execute(
    tx,
  );
  await sql`delete from role where org_id = ${orgId} and id = ${id}`.execute(tx);
  return { id, message: 'Role Deleted' };
}
