import type { OnlineVisitor } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../platform/db/database.js';
import { partColumns, visitorParts, type VisitorPart } from './visitor-parts.js';

/** A visit with all that is known of who makes it. */
export interface VisitorRow {
  id: string;
  visitor_id: string;
  online: boolean;
  seq: string | null;
  portal_id: string;
  portal_name: string;
  visitor_name: string | null;
  visitor_email: string | null;
  visit_count: number;
  day_count: number;
  score: number;
  record_module: string | null;
  record_id: string | null;
  claim_module: string | null;
  claim_id: string | null;
  returning_visitor: boolean;
  taken_by: string | null;
  entry_url: string;
  entry_title: string;
  page_url: string;
  page_title: string;
  page_at: Date;
  path: { title: string; url: string; at: string }[];
  page_count: number;
  last_event: string | null;
  started_at: Date;
  last_seen_at: Date;
  source_kind: OnlineVisitor['source']['kind'] | null;
  source_label: string | null;
  referrer: string | null;
  campaign: string | null;
  search_keyword: string | null;
  browser: string;
  operating_system: string;
  ip_address: string | null;
  country: string | null;
  visitor_type: OnlineVisitor['visitor_type'];
}

export const isOnline = sql`v.left_at is null and v.last_seen_at > now() - interval '40 seconds'`;

const everything: ReadonlySet<VisitorPart> = new Set(visitorParts);

/** Visits of one organization, `v`, with a page at least. @param where with order and limit */
export async function selectVisitors(
  db: Db,
  orgId: string,
  timeZone: string,
  where: RawBuilder<unknown>,
  parts = everything,
): Promise<VisitorRow[]> {
  const { rows } = await sql<VisitorRow>`
    select v.id, v.visitor_id, ${isOnline} as online, c.seq, v.portal_id, p.name as portal_name, w.name as visitor_name, w.email as visitor_email,
      v.record_module, v.record_id, v.claim_module, v.claim_id, v.returning_visitor, v.taken_by, v.entry_url, v.entry_title,
      v.page_url, v.page_title, v.page_at, v.started_at, v.last_seen_at, v.source_kind, v.source_label, v.referrer, v.search_keyword,
      coalesce(v.campaign->>'campaign', v.campaign->>'source') as campaign, v.browser, v.operating_system, v.ip_address, v.country,
      ${partColumns(parts, timeZone)}
    from visit v
    join portal p on p.org_id = v.org_id and p.id = v.portal_id
    join visitor w on w.org_id = v.org_id and w.id = v.visitor_id
    left join visit_change c on c.org_id = v.org_id and c.visit_id = v.id
    where v.org_id = ${orgId} and v.page_at is not null and ${where}`.execute(db);
  return rows;
}
