import type { Generated } from 'kysely';
import type { Migration } from '../platform/db/migrate.js';
import { moduleMigrations } from './module/migrations.js';
import { peopleMigrations } from './people/migrations.js';
import { ruleMigrations } from './rules/migrations.js';

/** Tables partitioned by month of their UUIDv7. */
export const partitionedTables = ['visit_action', 'visit_event'];

export const visitMigrations: Migration[] = [
  {
    name: 'visits-1',
    sql: `
      create table portal (
        org_id bigint not null, id bigint not null, screen_name text not null, name text not null,
        public_key text not null unique, enabled boolean not null default true, allowed_origins text[] not null,
        push_as text not null check (push_as in ('Leads', 'Contacts')), assigned_user_id bigint not null,
        revision int not null default 1, primary key (org_id, id));

      create table visitor (
        org_id bigint not null, id bigint not null, portal_id bigint not null, client_id uuid not null,
        anonymous boolean not null, first_seen_at timestamptz not null, last_seen_at timestamptz not null,
        name text, email text, record_module text, record_id bigint, primary key (org_id, id));
      create unique index visitor_client on visitor (org_id, portal_id, client_id);

      create table visit (
        org_id bigint not null, id bigint not null, portal_id bigint not null, visitor_id bigint not null, client_id uuid not null,
        started_at timestamptz not null, last_seen_at timestamptz not null, left_at timestamptz,
        returning_visitor boolean not null, clock_wrong boolean not null default false,
        ip_address text, user_agent text not null, browser text not null, operating_system text not null,
        entry_at timestamptz, entry_url text, entry_title text, referrer text, source_kind text, source_label text,
        search_engine text, search_keyword text, gclid text, campaign jsonb,
        page_at timestamptz, page_url text, page_title text,
        record_module text, record_id bigint, attended_by bigint,
        commands jsonb, command_count int not null default 0, primary key (org_id, id)) with (fillfactor = 80);
      create unique index visit_client on visit (org_id, visitor_id, client_id);
      create index visit_open on visit (org_id, id) where left_at is null;
      create index visit_portal on visit (org_id, portal_id, id);
      create index visit_record on visit (org_id, record_id, id) where record_id is not null;

      create table visit_action (
        org_id bigint not null, action_id uuid not null, id bigint not null, visit_id bigint not null,
        kind text not null, url text, title text, at timestamptz not null,
        engaged_ms int not null, scroll_depth int not null, last_seen_at timestamptz not null, left_at timestamptz,
        primary key (org_id, action_id)) partition by range (action_id);
      create table visit_action_default partition of visit_action default;
      create index visit_action_visit on visit_action (org_id, visit_id, id);
      create index visit_action_id on visit_action (org_id, id);

      create table visit_event (
        org_id bigint not null, event_id uuid not null, visit_id bigint not null, kind text not null,
        at timestamptz not null, action_id uuid, name text, url text, data jsonb not null,
        primary key (org_id, event_id)) partition by range (event_id);
      create table visit_event_default partition of visit_event default;
      create index visit_event_visit on visit_event (org_id, visit_id, at);

      create table visit_change (org_id bigint not null, visit_id bigint not null, seq bigint not null, primary key (org_id, visit_id));
      create index visit_change_seq on visit_change (org_id, seq);
    `,
  },
  {
    // A portal had one code; now it has as many as it has sites.
    name: 'visits-2',
    sql: `
      create table visitor_tracking (
        org_id bigint primary key, enabled boolean not null, changed_at timestamptz not null default now());
      insert into visitor_tracking (org_id, enabled) select distinct org_id, true from portal;

      create table portal_embed (
        org_id bigint not null, id bigint not null, portal_id bigint not null, name text not null,
        public_key text not null unique, show_chat_icon boolean not null default true, allowed_origins text[] not null,
        refused_origin text, refused_at timestamptz, primary key (org_id, id));
      create index portal_embed_portal on portal_embed (org_id, portal_id, id);
      insert into portal_embed (org_id, id, portal_id, name, public_key, allowed_origins)
        select org_id, id, id, name, public_key, allowed_origins from portal;

      create table portal_user (
        org_id bigint not null, portal_id bigint not null, user_id bigint not null, primary key (org_id, portal_id, user_id));
      insert into portal_user select org_id, id, assigned_user_id from portal;

      alter table portal drop column public_key, drop column allowed_origins,
        add column associated boolean not null default true, add column created_by bigint,
        add column assign_to text not null default 'user' check (assign_to in ('attendee', 'user')),
        add column visitor_notifications boolean not null default true, add column route_rest boolean not null default true;
      create unique index portal_screen_name on portal (lower(screen_name));
    `,
  },
  { name: 'visits-3', sql: 'alter table visit add column country text' },
  { name: 'visits-4', sql: 'alter table portal_embed add column former_code text unique' },
  // The last invitation, until a chat begins with it.
  { name: 'visits-5', sql: 'alter table visit add column invitation jsonb' },
  { name: 'visits-6', sql: 'alter table portal add column missed_chat_seconds int not null default 60' },
  ...moduleMigrations,
  ...ruleMigrations,
  ...peopleMigrations,
];

declare module '../platform/db/tables.js' {
  interface Tables {
    portal: {
      org_id: string;
      id: string;
      screen_name: string;
      name: string;
      enabled: boolean;
      associated: Generated<boolean>;
      created_by: string | null;
      push_as: 'Leads' | 'Contacts';
      assign_to: Generated<'attendee' | 'user'>;
      assigned_user_id: string;
      visitor_notifications: Generated<boolean>;
      missed_chat_seconds: Generated<number>;
      route_rest: Generated<boolean>;
      revision: Generated<number>;
    };
    portal_embed: {
      org_id: string;
      id: string;
      portal_id: string;
      name: string;
      public_key: string;
      show_chat_icon: Generated<boolean>;
      allowed_origins: string[];
      former_code: Generated<string | null>;
    };
    portal_user: { org_id: string; portal_id: string; user_id: string };
  }
}
