/**
 * The hot path as named statements: one text for any number of rows (`unnest`), planned once per
 * connection. Rows are sorted by key, so that two nodes never wait for each other in a circle.
 */
export interface Statement {
  name: string;
  text: string;
}

/**
 * $1.. org, new id, portal, client id, anonymous, seen at. Who comes with an id of version 8 was known to the tracker
 * that the site had before.
 */
export const upsertVisitors: Statement = {
  name: 'collect-visitors',
  text: `
    insert into visitor (org_id, id, portal_id, client_id, anonymous, first_seen_at, last_seen_at)
    select org, id, portal, client, anonymous, seen, seen
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::uuid[], $5::boolean[], $6::timestamptz[])
      as u (org, id, portal, client, anonymous, seen) order by org, portal, client
    on conflict (org_id, portal_id, client_id) do update set last_seen_at = greatest(visitor.last_seen_at, excluded.last_seen_at)
    returning org_id, portal_id, client_id, id, record_module, record_id,
      (xmax <> 0 or (not anonymous and substr(client_id::text, 15, 1) = '8')) as returning`,
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

const firstPage = [
  'entry_at',
  'entry_url',
  'entry_title',
  'referrer',
  'source_kind',
  'source_label',
  'search_engine',
  'search_keyword',
  'gclid',
  'campaign',
];
const lastPage = ['page_at', 'page_url', 'page_title'];
const earliest = firstPage
  .map(
    (name) =>
      `${name} = case when excluded.entry_at < coalesce(v.entry_at, 'infinity') then excluded.${name} else v.${name} end`,
  )
  .join(', ');
const latest = lastPage
  .map(
    (name) =>
      `${name} = case when excluded.page_at >= coalesce(v.page_at, '-infinity') then excluded.${name} else v.${name} end`,
  )
  .join(', ');

/**
 * Begins visits and brings those that go on up to date; the order in which events come does not
 * matter. `command_count` of a row carries the last command that the page has carried out.
 * $1.. org, new id, portal, visitor, client id, started at, seen at, returning, clock wrong, ip, agent, browser, system,
 * record module, record id, acknowledged, first page (10), last page (3), country. Portals that assign visitors to a user name
 * that user in `attended_by` until somebody chats, VIS-08.
 */
export const upsertVisits: Statement = {
  name: 'collect-visits',
  text: `
    insert into visit as v (org_id, id, portal_id, visitor_id, client_id, started_at, last_seen_at, returning_visitor, clock_wrong,
      ip_address, user_agent, browser, operating_system, record_module, record_id, command_count, ${firstPage.join(', ')}, ${lastPage.join(', ')}, country, attended_by)
    select u.*, (select p.assigned_user_id from portal p where p.org_id = u.org and p.id = u.portal and p.assign_to = 'user')
    from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::uuid[], $6::timestamptz[], $7::timestamptz[],
      $8::boolean[], $9::boolean[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::bigint[], $16::int[],
      $17::timestamptz[], $18::text[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::text[], $26::jsonb[],
      $27::timestamptz[], $28::text[], $29::text[], $30::text[]) as u (org, id, portal, visitor, client) order by org, visitor, client
    on conflict (org_id, visitor_id, client_id) do update set
      started_at = least(v.started_at, excluded.started_at), last_seen_at = greatest(v.last_seen_at, excluded.last_seen_at),
      clock_wrong = v.clock_wrong or excluded.clock_wrong, country = coalesce(v.country, excluded.country), left_at = null, ${earliest}, ${latest},
      commands = case when v.commands is null or excluded.command_count = 0 then v.commands else (
        select jsonb_agg(c) from jsonb_array_elements(v.commands) c where (c->>'n')::int > excluded.command_count) end
    returning v.org_id, v.visitor_id, v.client_id, v.id, v.commands`,
};

/** Ends visits of which a page was left, unless another page of them (another tab) is open. $1.. org, visit, left at */
export const closeVisits: Statement = {
  name: 'collect-close-visits',
  text: `
    update visit v set left_at = greatest(v.last_seen_at, u.left_at)
    from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as u (org_id, id, left_at)
    where v.org_id = u.org_id and v.id = u.id and not exists (
      select from visit_action a where a.org_id = v.org_id and a.visit_id = v.id and a.kind = 'page'
        and (a.left_at is null or a.left_at < a.last_seen_at) and a.last_seen_at > now() - interval '40 seconds')`,
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

/** How long pages of visits were looked at, in all; to be called when the actions are written. $1.. org, visit */
export const sumEngagement: Statement = {
  name: 'collect-engagement',
  text: `
    update visit v set engaged_ms = a.engaged_ms
    from unnest($1::bigint[], $2::bigint[]) as u (org_id, id)
    cross join lateral (
      select coalesce(sum(engaged_ms), 0) as engaged_ms from visit_action
      where org_id = u.org_id and visit_id = u.id and kind = 'page') a
    where v.org_id = u.org_id and v.id = u.id and v.engaged_ms <> a.engaged_ms`,
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
