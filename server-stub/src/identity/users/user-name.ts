import { sql, type RawBuilder } from 'kysely';

/** Name of a user in SQL. @param userId expression of the id */
export const userName = (orgId: string, userId: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select concat_ws(' ', first_name, last_name) from crm_user where org_id = ${orgId} and id = ${userId})`;
