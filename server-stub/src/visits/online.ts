import type { OnlineVisitor, OnlineVisitorPage } from '@crm-elements/contract';
import { VISITS_ROOM } from '@crm-elements/contract';
import { sql } from 'kysely';
import type { Db } from '../platform/db/database.js';
import { roomSequence } from '../platform/outbox/rooms.js';
import { findRecordNames } from '../records/index.js';
import { visitorType } from './visitor-type.js';

interface Row {
  id: string;
  online: boolean;
  seq: string | null;
  portal_id: string;
  portal_name: string;
  visitor_name: string | null;
  record_module: string | null;
  record_id: string | null;
  claim_module: string | null;
  claim_id: string | null;
  returning_visitor: boolean;
  page_url: string;
  page_title: string;
  page_at: Date;
  path: { title: string; url: string; at: string }[];
  page_count: string;
  started_at: Date;
  last_seen_at: Date;
  source_kind: OnlineVisitor['source']['kind'] | null;
  source_label: string | null;
  referrer: string | null;
  browser: string;
  operating_system: string;
  ip_address: string | null;
}

export interface OnlineRequest {
  portalId: string | undefined;
  /** Sequence that the reader has; absent: everybody who is online now. */
  since: number | undefined;
  cursor: string | undefined;
  limit: number;
}

/** Longest path that is told, pages. */
const PATH = 10;

/** Visitors online now, newest first; or the visits changed since a sequence, ended ones too. */
export async function onlineVisitors(
  db: Db,
  orgId: string,
  request: OnlineRequest,
): Promise<OnlineVisitorPage> {
  // Read before the rows: what is committed in between is told again, never left out.
  const seq = await roomSequence(db, orgId, VISITS_ROOM);
  const { portalId = null, since = null, cursor = null, limit } = request;
  const { rows } = await sql<Row>`
    select v.id, v.left_at is null and v.last_seen_at > now() - interval '40 seconds' as online, c.seq,
      v.portal_id, p.name as portal_name, w.name as visitor_name, v.record_module, v.record_id, v.claim_module, v.claim_id, v.returning_visitor,
      v.page_url, v.page_title, v.page_at, v.started_at, v.last_seen_at, v.source_kind, v.source_label, v.referrer,
      v.browser, v.operating_system, v.ip_address, coalesce(a.path, '[]') as path, a.page_count
    from visit v
    join portal p on p.org_id = v.org_id and p.id = v.portal_id
    join visitor w on w.org_id = v.org_id and w.id = v.visitor_id
    left join visit_change c on c.org_id = v.org_id and c.visit_id = v.id
    cross join lateral (
      select count(*) as page_count, jsonb_agg(jsonb_build_object('title', title, 'url', url, 'at', at) order by at) filter (where nth <= ${PATH}) as path
      from (select title, url, at, row_number() over (order by at desc) as nth from visit_action
        where org_id = v.org_id and visit_id = v.id and kind = 'page' and url is not null) pages) a
    where v.org_id = ${orgId} and v.page_at is not null
      and (${since}::bigint is not null or (v.left_at is null and v.last_seen_at > now() - interval '40 seconds'))
      and (${since}::bigint is null or v.id in (select visit_id from visit_change where org_id = ${orgId} and seq > ${since}::bigint))
      and (${portalId}::bigint is null or v.portal_id = ${portalId}::bigint)
      and (${cursor}::bigint is null or v.id < ${cursor}::bigint)
    order by v.id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const names = await findRecordNames(
    db,
    orgId,
    page.flatMap((row) => [row.record_id ?? [], row.claim_id ?? []].flat()),
  );
  return {
    data: page.map((row) => toVisitor(row, names)),
    seq,
    next_cursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

const instant = (time: Date | string) => new Date(time).toISOString();

function toVisitor(row: Row, names: Map<string, string>): OnlineVisitor {
  const named = (module: string | null, id: string | null) => {
    const name = id === null ? undefined : names.get(id);
    return id !== null && module !== null && name !== undefined ? { id, module, name } : null;
  };
  return {
    visit_id: row.id,
    online: row.online,
    seq: Number(row.seq ?? 0),
    portal: { id: row.portal_id, name: row.portal_name },
    record: named(row.record_module, row.record_id),
    claim: named(row.claim_module, row.claim_id),
    visitor_type: visitorType(row.record_module),
    returning: row.returning_visitor,
    page: { title: row.page_title, url: row.page_url, at: instant(row.page_at) },
    path: row.path.map(({ title, url, at }) => ({ title, url, at: instant(at) })),
    page_count: Number(row.page_count),
    started_at: instant(row.started_at),
    last_seen_at: instant(row.last_seen_at),
    source: { kind: row.source_kind ?? 'direct', label: row.source_label, url: row.referrer },
    browser: row.browser,
    operating_system: row.operating_system,
    ip_address: row.ip_address,
  };
}
