import { sql, type RawBuilder } from 'kysely';

/** When a chat of the portal that begins to wait now is missed. */
export const missTime = (
  orgId: RawBuilder<unknown>,
  portalId: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`(
  select now() + make_interval(secs => missed_chat_seconds) from portal
  where portal.org_id = ${orgId} and portal.id = ${portalId})`;
