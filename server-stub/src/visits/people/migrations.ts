import type { Migration } from '../../platform/db/migrate.js';

/** What visits amount to: each for itself, and all those of a lead or contact together. */
export const peopleMigrations: Migration[] = [
  {
    // Visits that are there already are counted as if they had just changed.
    name: 'visits-people-1',
    sql: `
      create table visit_total (
        org_id bigint not null, visit_id bigint not null, portal_id bigint not null, record_id bigint,
        started_at timestamptz not null, engaged_ms bigint not null, pages int not null, chats int not null, forms int not null,
        primary key (org_id, visit_id));
      create index visit_total_record on visit_total (org_id, record_id, visit_id) where record_id is not null;

      create table visit_summary (
        org_id bigint not null, record_id bigint not null, portal_id bigint not null, standing text not null,
        visits int not null, days int not null, chats int not null, pages int not null, forms int not null, engaged_ms bigint not null,
        first_visited_at timestamptz not null, last_visited_at timestamptz not null, first_visited_url text, referrer text,
        last_visit_id bigint not null, primary key (org_id, record_id, portal_id));
      create index visit_summary_standing on visit_summary (org_id, portal_id, standing, last_visited_at, record_id);

      create table visitor_scoring (
        org_id bigint primary key, per_visit int not null, per_day int not null, per_page int not null,
        per_minute int not null, per_chat int not null, per_form int not null);

      create index if not exists visitor_record on visitor (org_id, record_id) where record_id is not null;

      insert into outbox (org_id, id, topic, key, payload) select org_id, id, 'visit.changed', id::text, '{}' from visit;
    `,
  },
  {
    // Of visits that are nobody's nothing is summed up: most visits are.
    name: 'visits-people-2',
    sql: 'delete from visit_total where record_id is null; alter table visit_total alter column record_id set not null',
  },
];
