import { sql } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { toUuid } from '../collect/client-id.js';
import type { Visitor } from '../identify/tie.js';
import type { FormRow } from './read-forms.js';

/** The last visit of the visitor with this id of the tracker, to the portal by which the form is tracked. */
export async function findVisit(db: Db, form: FormRow, clientId: string): Promise<Visitor | undefined> {
  const { rows } = await sql<{ visitor_id: string; visit_id: string }>`
    select u.id as visitor_id, v.id as visit_id from visitor u
    cross join lateral (
      select id from visit where org_id = u.org_id and visitor_id = u.id order by id desc limit 1) v
    where u.org_id = ${form.org_id} and u.portal_id = ${form.portal_id} and u.client_id = ${toUuid(clientId)}`.execute(
    db,
  );
  const [row] = rows;
  return row && { orgId: form.org_id, visitorId: row.visitor_id, visitId: row.visit_id };
}
