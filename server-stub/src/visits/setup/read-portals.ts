import type { PortalSettings } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findUsers } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { toEmbedCode, type EmbedRow } from './embed-code.js';

interface Row {
  id: string;
  name: string;
  screen_name: string;
  enabled: boolean;
  associated: boolean;
  created_by: string | null;
  push_as: PortalSettings['push_as'];
  assign_to: PortalSettings['assign_to'];
  assigned_user_id: string;
  visitor_notifications: boolean;
  missed_chat_seconds: number;
  revision: number;
  user_ids: string[];
  embeds: EmbedRow[];
}

/** The portals of an organization with their codes, oldest first. @param only the id of one */
export async function readPortals(
  db: Db,
  orgId: string,
  origin: string,
  only: string | null = null,
): Promise<PortalSettings[]> {
  const { rows } = await sql<Row>`
    select id, name, screen_name, enabled, associated, created_by, push_as, assign_to, assigned_user_id,
      visitor_notifications, missed_chat_seconds, revision,
      array(select u.user_id::text from portal_user u where u.org_id = p.org_id and u.portal_id = p.id order by u.user_id)
        as user_ids,
      (select coalesce(jsonb_agg(jsonb_build_object('id', e.id::text, 'name', e.name, 'public_key', e.public_key,
        'show_chat_icon', e.show_chat_icon, 'allowed_origins', e.allowed_origins, 'former_code', e.former_code) order by e.id), '[]')
        from portal_embed e where e.org_id = p.org_id and e.portal_id = p.id) as embeds
    from portal p where org_id = ${orgId} and (${only}::bigint is null or id = ${only}::bigint) order by id`.execute(
    db,
  );
  const users = await findUsers(
    db,
    orgId,
    rows.flatMap((row) => [row.assigned_user_id, row.created_by ?? [], row.user_ids].flat()),
  );
  const named = (id: string | null) => {
    const user = id === null ? undefined : users.get(id);
    return user ? { id: user.id, name: user.name } : null;
  };
  return rows.map(({ created_by: createdBy, assigned_user_id: assigned, user_ids: ids, embeds, ...row }) => ({
    ...row,
    created_by: named(createdBy),
    assigned_user: named(assigned),
    users: ids.flatMap((id) => named(id) ?? []),
    embed_codes: embeds.map((embed) => toEmbedCode(embed, origin)),
  }));
}
