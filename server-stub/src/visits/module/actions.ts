import { sql } from 'kysely';
import { lookupList, type OwnModule, type OwnRows } from '../../records/index.js';
import { actionFields } from './fields.js';

/** What visitors did, VIS-78: their pages and chats. A page without an address has only told of its engagement yet. */
const rows: OwnRows = {
  select: sql`(
    select a.org_id, a.id, 'Actions_Performed'::text as module, false as converted, '{}'::jsonb as data,
      (select coalesce(v.attended_by, p.assigned_user_id) from portal p where p.org_id = v.org_id and p.id = v.portal_id) as owner_id,
      case when a.kind in ('chat', 'missed_chat') then 'Chat' when a.at = v.entry_at then 'Accessed' else 'Navigation' end as action_type,
      coalesce(nullif(a.title, ''), a.url) as name, nullif(a.url, '') as page_url,
      round(a.engaged_ms / 60000.0, 2) as time_spent, a.at as created_time, a.last_seen_at as modified_time, a.visit_id
    from visit_action a join visit v on v.org_id = a.org_id and v.id = a.visit_id
    where a.url is not null)`,
  sorts: [],
  complete: ({ page_url }, record) => void (record.Page_URL = page_url),
};

export const actionsModule: OwnModule = {
  apiName: 'Actions_Performed',
  singular: 'Action Performed',
  plural: 'Actions Performed',
  fields: actionFields,
  rows,
};

/** Pages browsed in one visit, VIS-36. */
export const actionsOfVisit = lookupList('Actions_Performed', 'Actions_Performed', ['Visit']);
