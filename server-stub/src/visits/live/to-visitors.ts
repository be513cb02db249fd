import type { OnlineVisitor } from '@crm-elements/contract';
import { findUsers } from '../../identity/index.js';
import type { Db } from '../../platform/db/database.js';
import { findRecordNames } from '../../records/index.js';
import type { ChatSource } from '../chat-source.js';
import type { VisitorRow } from './visitor-rows.js';

/** Telephone numbers of those of the records that the reader may see, by their ids. */
export type FindPhones = (ids: string[]) => Promise<Map<string, string>>;

interface Sources {
  db: Db;
  orgId: string;
  chats: ChatSource;
  /** Absent where nobody reads them. */
  phones?: FindPhones;
}

interface Found {
  names: Map<string, string>;
  users: Map<string, { id: string; name: string }>;
  chats: Map<string, OnlineVisitor['chat']>;
  phones: Map<string, string>;
}

/** As the API shows them. */
export async function toVisitors(
  rows: VisitorRow[],
  { db, orgId, chats, phones = () => Promise.resolve(new Map()) }: Sources,
): Promise<OnlineVisitor[]> {
  const recordIds = rows.flatMap((row) => row.record_id ?? []);
  const found: Found = {
    names: await findRecordNames(
      db,
      orgId,
      rows.flatMap((row) => [row.record_id ?? [], row.claim_id ?? []].flat()),
    ),
    users: await findUsers(
      db,
      orgId,
      rows.flatMap((row) => row.taken_by ?? []),
    ),
    chats: await chats.ongoing(
      db,
      orgId,
      rows.map(({ id }) => id),
    ),
    phones: await phones(recordIds),
  };
  return rows.map((row) => toVisitor(row, found));
}

const instant = (time: Date | string) => new Date(time).toISOString();

function toVisitor(row: VisitorRow, found: Found): OnlineVisitor {
  const user = row.taken_by === null ? undefined : found.users.get(row.taken_by);
  const named = (module: string | null, id: string | null) => {
    const name = id === null ? undefined : found.names.get(id);
    return id !== null && module !== null && name !== undefined ? { id, module, name } : null;
  };
  return {
    visit_id: row.id,
    online: row.online,
    seq: Number(row.seq ?? 0),
    portal: { id: row.portal_id, name: row.portal_name },
    record: named(row.record_module, row.record_id),
    claim: named(row.claim_module, row.claim_id),
    visitor_type: row.visitor_type,
    name: row.visitor_name,
    email: row.visitor_email,
    phone: (row.record_id !== null && found.phones.get(row.record_id)) || null,
    score: row.score,
    returning: row.returning_visitor,
    visit_count: row.visit_count,
    day_count: row.day_count,
    attended_by: user ? { id: user.id, name: user.name } : null,
    chat: found.chats.get(row.id) ?? null,
    page: { title: row.page_title, url: row.page_url, at: instant(row.page_at) },
    landing_page: { title: row.entry_title, url: row.entry_url },
    path: row.path.map(({ title, url, at }) => ({ title, url, at: instant(at) })),
    page_count: row.page_count,
    started_at: instant(row.started_at),
    last_seen_at: instant(row.last_seen_at),
    source: { kind: row.source_kind ?? 'direct', label: row.source_label, url: row.referrer },
    campaign: row.campaign,
    search_keyword: row.search_keyword,
    last_event: row.last_event,
    browser: row.browser,
    operating_system: row.operating_system,
    ip_address: row.ip_address,
    country: row.country,
  };
}
