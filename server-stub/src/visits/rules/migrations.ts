import type { Migration } from '../../platform/db/migrate.js';

/** Rules over visitors, and what they came to. */
export const ruleMigrations: Migration[] = [
  {
    name: 'visits-rules-1',
    sql: `
      create table routing_rule (
        org_id bigint not null, id bigint not null, portal_id bigint not null, position int not null, name text not null,
        active boolean not null, criteria text, route_to text not null, action text not null,
        user_ids bigint[] not null, group_ids bigint[] not null, primary key (org_id, id));
      create index routing_rule_portal on routing_rule (org_id, portal_id, position);

      create table trigger_rule (
        org_id bigint not null, id bigint not null, portal_id bigint not null, position int not null, name text not null,
        active boolean not null, criteria text, action jsonb not null, delay int not null, once_per text not null,
        primary key (org_id, id));
      create index trigger_rule_portal on trigger_rule (org_id, portal_id, position);

      create table trigger_firing (
        org_id bigint not null, rule_id bigint not null, subject_id bigint not null, at timestamptz not null default now(),
        primary key (org_id, rule_id, subject_id));

      create table visitor_notice (
        org_id bigint not null, user_id bigint not null, visit_id bigint not null, seq bigint not null default 0,
        at timestamptz not null default now(), primary key (org_id, user_id, visit_id));
      create index visitor_notice_seq on visitor_notice (org_id, user_id, seq);
      create index visitor_notice_at on visitor_notice (at);

      create table visitor_ring (org_id bigint primary key, rings text[] not null);
    `,
  },
  {
    // `attended_by` may be the portal's choice; this is who really took the visitor on.
    name: 'visits-rules-2',
    sql: 'alter table visit add column taken_by bigint',
  },
  {
    // Notices are written at every visit and removed once an hour.
    name: 'visits-rules-3',
    sql: 'drop index visitor_notice_at',
  },
];
