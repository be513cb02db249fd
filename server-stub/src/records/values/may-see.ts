import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Context } from '../module.js';
import { allowedIn } from '../storage/visibility.js';

/** Whether there is a record of these modules with this id that somebody may see, as SQL; for other domains. */
export const maySee = (
  { access, modules }: Context,
  moduleNames: readonly string[],
  id: RawBuilder<unknown>,
): RawBuilder<SqlBool> => {
  const among = moduleNames.map((name) => modules.find(name));
  return sql<SqlBool>`exists (select from record seen
    where seen.org_id = ${access.orgId} and seen.id = ${id} and ${allowedIn(access, among, 'view', 'seen')})`;
};
