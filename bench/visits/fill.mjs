/**
 * Fills the demo organization with visits of a shop that had two thousand of them a day: five events in each, every
 * fifth by one of the demo's leads and contacts. More events mean that the shop is older. Rows come by COPY out of a file.
 */
import { once } from 'node:events';
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const PAGES = 5;
const BASE = 1_000_000_000_000_000n;
const SECONDS_APART = 43.2;
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';

export const visitId = (n) => String(BASE - BigInt(n));
const visitorId = (n) => String(2n * BASE - BigInt(n >> 1));
const hex = (n, digits) => n.toString(16).padStart(digits, '0');
const uuid = (time, n) => `${hex(time, 12).slice(0, 8)}-${hex(time, 12).slice(8)}-7000-8000-${hex(n, 12)}`;

/** Who visits. */
export async function readPeople(client) {
  const { rows } = await client.query(
    `select id, module from record where module in ('Leads', 'Contacts') and not converted order by id limit 1000`,
  );
  return rows;
}

const tables = {
  visitor:
    'org_id, id, portal_id, client_id, anonymous, first_seen_at, last_seen_at, record_module, record_id',
  visit: `org_id, id, portal_id, visitor_id, client_id, started_at, last_seen_at, left_at, returning_visitor, ip_address,
    user_agent, browser, operating_system, entry_at, entry_url, entry_title, source_kind, page_at, page_url, page_title,
    record_module, record_id, engaged_ms`,
  visit_action: `org_id, action_id, id, visit_id, kind, url, title, at, engaged_ms, scroll_depth, last_seen_at, left_at`,
};

function* rowsOf(n, { orgId, portalId, people, now }) {
  const at = now - n * SECONDS_APART * 1_000;
  const time = new Date(at).toISOString();
  const person = n % 5 === 0 ? people[(n / 5) % people.length] : undefined;
  const record = [person?.module ?? '\\N', person?.id ?? '\\N'];
  const page = ['https://shop.test/lamps', 'Lamps'];
  const engaged = 1_000 + ((n * 7_919) % 600_000);
  if (n % 2 === 0)
    yield ['visitor', [orgId, visitorId(n), portalId, uuid(at, n), 'f', time, time, '\\N', '\\N']];
  const agent = ['198.51.100.7', AGENT, 'Firefox 143', 'Linux'];
  const seen = [time, time, time, n % 2 ? 'f' : 't', ...agent, time, ...page, 'direct', time, ...page];
  yield [
    'visit',
    [orgId, visitId(n), portalId, visitorId(n), uuid(at, n), ...seen, ...record, engaged * PAGES],
  ];
  for (let nth = 0; nth < PAGES; nth++) {
    const id = n * PAGES + nth;
    const action = [uuid(at, id), String(3n * BASE - BigInt(id)), visitId(n), 'page', ...page];
    yield ['visit_action', [orgId, ...action, time, engaged, 50, time, time]];
  }
}

/** Adds the visits numbered `from` to `to`; the higher the number, the longer ago. */
export async function fill(client, shop, { from, to }) {
  const folder = mkdtempSync(join(tmpdir(), 'crm-fill-'));
  // The database server may be another user.
  chmodSync(folder, 0o755);
  const files = Object.fromEntries(
    Object.keys(tables).map((name) => [name, createWriteStream(join(folder, name), { mode: 0o644 })]),
  );
  for (let n = from; n <= to; n++)
    for (const [name, row] of rowsOf(n, shop))
      if (!files[name].write(`${row.join('\t')}\n`)) await once(files[name], 'drain');
  for (const file of Object.values(files)) await once(file.end(), 'close');
  for (const [name, columns] of Object.entries(tables))
    await client.query(`copy ${name} (${columns}) from '${join(folder, name)}'`);
  rmSync(folder, { recursive: true });
  await summarise(client);
}

/** What the relay would have counted, visit by visit. */
async function summarise(client) {
  await client.query('truncate visit_total, visit_summary');
  await client.query(`
    insert into visit_total (org_id, visit_id, portal_id, record_id, started_at, engaged_ms, pages, chats, forms)
    select org_id, id, portal_id, record_id, started_at, engaged_ms, ${PAGES}, 0, 0 from visit where record_id is not null`);
  await client.query(`
    insert into visit_summary (org_id, record_id, portal_id, standing, visits, days, chats, pages, forms, engaged_ms,
      first_visited_at, last_visited_at, first_visited_url, last_visit_id)
    select org_id, record_id, portal, 'leads_contacts', count(*),
      count(distinct started_at::date), 0, count(*) * ${PAGES}, 0, sum(engaged_ms), min(started_at), max(started_at), min(entry_url), max(id)
    from visit cross join lateral (values (0), (portal_id)) p (portal)
    where record_id is not null group by org_id, record_id, record_module, portal`);
  await client.query('vacuum analyze');
}
