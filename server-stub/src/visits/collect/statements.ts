/**
 * The hot path as named statements: one text for any number of rows (`unnest`), planned once per
 * connection. Rows are sorted by key, so that two nodes never wait for each other in a circle.
 */
export interface Statement {
  name: string;
  text: string;
}

/** $1.. org, new id, portal, client id, anonymous, seen at */
export const upsertVisitors: Statement = {
  name: 'collect-visitors',
  text: `
    insert into visitor (org_id, id, portal_id, client_id, anonymous, first_seen_at, last_seen_at)
    select org, id, portal, client, anonymous, seen, seen
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::uuid[], $5::boolean[], $6::timestamptz[])
      as u (org, id, portal, client, anonymous, seen) order by org, portal, client
    on conflict (org_id, portal_id, client_id) do update set last_seen_at = greatest(visitor.last_seen_at, excluded.last_seen_at)
    returning org_id, portal_id, client_id, id, record_module, record_id, (xmax <> 0) as returning`,
};

/** The last visit of a visitor, for anonymous visitors, whose visits the server tells apart. */
export const latestVisits: Statement = {
  name: 'collect-latest-visits',
  text: `
    select u.visitor as visitor_id, v.client_id, v.last_seen_at
    from unnest($1::bigint[], $2::bigint[]) as u (org, visitor)
    cross join lateral (
      select client_id, last_seen_at from visit where org_id = u.org and visitor_id = u.visitor order by id desc limit 1) v`,
};

/** $1.. org, new id, portal, visitor, client id, started at, returning, ip, agent, browser, system, record module, record id */
export const upsertVisits: Statement = {
  name: 'collect-visits',
  text: `
    insert into visit (org_id, id, portal_id, visitor_id, client_id, started_at, last_seen_at, returning_visitor,
      ip_address, user_agent, browser, operating_system, record_module, record_id)
    select org, id, portal, visitor, client, started, started, returning_visitor, ip, agent, browser, system, module, record
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::uuid[], $6::timestamptz[], $7::boolean[],
      $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[])
      as u (org, id, portal, visitor, client, started, returning_visitor, ip, agent, browser, system, module, record)
    order by org, visitor, client
    on conflict (org_id, visitor_id, client_id) do update set last_seen_at = greatest(visit.last_seen_at, excluded.last_seen_at)
    returning org_id, visitor_id, client_id, id`,
};

/** $1.. org, action id, new id, visit, url, title, at, engaged, depth, seen at, left at */
export const upsertActions: Statement = {
  name: 'collect-actions',
  text: `
    insert into visit_action as a (org_id, action_id, id, visit_id, kind, url, title, at, engaged_ms, scroll_depth, last_seen_at, left_at)
    select org, action, id, visit, 'page', url, title, at, engaged, depth, seen, left_at
    from unnest($1::bigint[], $2::uuid[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[],
      $8::int[], $9::int[], $10::timestamptz[], $11::timestamptz[])
      as u (org, action, id, visit, url, title, at, engaged, depth, seen, left_at) order by org, action
    on conflict (org_id, action_id) do update set
      at = case when a.url is null and excluded.url is not null then excluded.at else a.at end,
      url = coalesce(a.url, excluded.url), title = coalesce(a.title, excluded.title),
      engaged_ms = greatest(a.engaged_ms, excluded.engaged_ms), scroll_depth = greatest(a.scroll_depth, excluded.scroll_depth),
      last_seen_at = greatest(a.last_seen_at, excluded.last_seen_at),
      left_at = case when excluded.left_at is null and excluded.last_seen_at > a.left_at then null else greatest(a.left_at, excluded.left_at) end
    where a.visit_id = excluded.visit_id`,
};

/** $1.. org, event id, visit, kind, at, action, name, url, data */
export const insertEvents: Statement = {
  name: 'collect-events',
  text: `
    insert into visit_event (org_id, event_id, visit_id, kind, at, action_id, name, url, data)
    select * from unnest($1::bigint[], $2::uuid[], $3::bigint[], $4::text[], $5::timestamptz[], $6::uuid[], $7::text[], $8::text[], $9::jsonb[])
      as u (org, event, visit, kind, at, action, name, url, data) order by org, event
    on conflict (org_id, event_id) do nothing returning event_id`,
};

const entryColumns = ['at', 'url', 'title'].map((name) => `entry_${name}`);
const sourceColumns = ['referrer', 'source_kind', 'source_label', 'search_engine', 'search_keyword', 'gclid', 'campaign'];
const earliest = [...entryColumns, ...sourceColumns]
  .map((column) => `${column} = case when u.entry_at < coalesce(v.entry_at, 'infinity') then u.${column} else v.${column} end`)
  .join(', ');
const latest = ['page_at', 'page_url', 'page_title']
  .map((column) => `${column} = case when u.page_at >= coalesce(v.page_at, '-infinity') then u.${column} else v.${column} end`)
  .join(', ');

/**
 * Brings the visits up to date. A page that left does not end the visit while another page of it
 * (another tab) is open.
 */
export const updateVisits: Statement = {
  name: 'collect-update-visits',
  text: `
    update visit v set
      started_at = least(v.started_at, u.started_at), last_seen_at = greatest(v.last_seen_at, u.seen_at),
      clock_wrong = v.clock_wrong or u.clock_wrong, ${earliest}, ${latest},
      left_at = case
        when u.alive then null
        when not u.has_left then v.left_at
        when exists (select from visit_action a where a.org_id = v.org_id and a.visit_id = v.id and a.kind = 'page'
          and (a.left_at is null or a.left_at < a.last_seen_at) and a.last_seen_at > now() - interval '40 seconds') then null
        else greatest(v.last_seen_at, u.seen_at) end,
      commands = case when v.commands is null or u.acknowledged = 0 then v.commands else (
        select jsonb_agg(c) from jsonb_array_elements(v.commands) c where (c->>'n')::int > u.acknowledged) end
    from unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::timestamptz[], $5::boolean[], $6::boolean[], $7::boolean[], $8::int[],
      $9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::jsonb[],
      $19::timestamptz[], $20::text[], $21::text[])
      as u (org_id, id, started_at, seen_at, clock_wrong, alive, has_left, acknowledged,
        entry_at, entry_url, entry_title, referrer, source_kind, source_label, search_engine, search_keyword, gclid, campaign,
        page_at, page_url, page_title)
    where v.org_id = u.org_id and v.id = u.id
    returning v.org_id, v.id, v.commands`,
};
