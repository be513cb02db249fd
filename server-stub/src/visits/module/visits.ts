import type { CrmRecord } from '@crm-elements/contract';
import { sql } from 'kysely';
import { dealsOfContact, lookupList, type OwnModule, type OwnRows } from '../../records/index.js';
import { visitorType } from '../visitor-type.js';
import { visitFields } from './fields.js';
import { removeVisits } from './remove.js';
import { visitViews } from './views.js';

type Row = Readonly<Record<string, unknown>>;

/** What an unknown visitor called themselves stands in for the name of a lead or contact, VIS-42. */
function complete({ online, record_id: recordId, visitor_name: name }: Row, record: CrmRecord): void {
  record.$online = online;
  if ('Visited_By' in record && recordId === null && name !== null) record.Visited_By = { id: null, name };
}

/** Visits that have seen a page. One table, and subqueries for what is seldom asked for: counts and lists read no more. */
const rows: OwnRows = {
  select: sql`(
    select v.org_id, v.id, 'Visits'::text as module, false as converted, v.data, v.portal_id,
      (select coalesce(v.attended_by, p.assigned_user_id) from portal p where p.org_id = v.org_id and p.id = v.portal_id) as owner_id,
      v.started_at as created_time, v.last_seen_at as modified_time,
      v.ip_address, v.record_module, v.record_id, coalesce(nullif(v.entry_title, ''), v.entry_url) as name,
      (select w.name from visitor w where w.org_id = v.org_id and w.id = v.visitor_id) as visitor_name,
      round(v.engaged_ms / 60000.0, 2) as time_spent, v.referrer, v.user_agent, v.attended_by, v.entry_url, v.browser,
      ${visitorType('v')} as visitor_type,
      case when v.record_module = 'Contacts' then ${dealsOfContact.revenue(sql.ref('v.org_id'), sql.ref('v.record_id'))} else 0 end as revenue,
      v.search_keyword, v.search_engine, v.operating_system,
      (select p.name from portal p where p.org_id = v.org_id and p.id = v.portal_id) as portal_name,
      v.gclid, v.campaign ->> 'source' as campaign_source, v.campaign ->> 'medium' as campaign_medium,
      v.campaign ->> 'campaign' as campaign_name, v.campaign ->> 'term' as campaign_term, v.campaign ->> 'content' as campaign_content,
      v.left_at is null and v.last_seen_at > now() - interval '40 seconds' as online
    from visit v where v.entry_at is not null)`,
  sorts: ['Visited_Time', 'Time_Spent_Minutes'],
  portalColumn: 'portal_id',
  extensible: true,
  complete,
  remove: removeVisits,
};

export const visitsModule: OwnModule = {
  apiName: 'Visits',
  singular: 'Visit',
  plural: 'Visits',
  fields: visitFields,
  rows,
  views: visitViews,
  workflow: {
    triggers: ['create'],
    actions: ['task', 'email_alert', 'webhook', 'create_record'],
    person: 'Visited_By',
  },
};

/** Visits of a lead or contact, VIS-92; of one portal by `portal_id`, VIS-93. */
export const visitsOfRecord = lookupList('Visits', 'Visits', ['Visited_By']);
