import type { Migration } from '../platform/db/migrate.js';

export const chatMigrations: Migration[] = [
  {
    name: 'chat-1',
    sql: `
      create table conversation (
        org_id bigint not null, id bigint not null, client_id uuid not null, portal_id bigint not null,
        visitor_id bigint not null, visit_id bigint not null, state text not null default 'waiting',
        rev bigint not null default 1, last_seq int not null default 0, last_message text not null,
        visitor_name text, visitor_email text, operator_id bigint,
        read_by_visitor int not null default 0, read_by_operator int not null default 0,
        created_at timestamptz not null default now(), accepted_at timestamptz, ended_at timestamptz,
        primary key (org_id, id)) with (fillfactor = 80);
      create unique index conversation_client on conversation (org_id, client_id);
      create index conversation_open on conversation (org_id, id) where state <> 'ended';
      create index conversation_visit on conversation (org_id, visit_id);
      create index conversation_visitor on conversation (org_id, visitor_id, id);

      create table message (
        org_id bigint not null, conversation_id bigint not null, seq int not null, client_id uuid not null,
        author text not null, user_id bigint, text text not null, at timestamptz not null default now(),
        primary key (org_id, conversation_id, seq));
      create unique index message_client on message (org_id, conversation_id, client_id);

      create table operator (
        org_id bigint not null, user_id bigint not null, available_until timestamptz not null, primary key (org_id, user_id));
    `,
  },
  {
    // Chats that wait since before nobody was told of: they are missed at once.
    name: 'chat-2',
    sql: `
      alter table conversation add column miss_at timestamptz, add column miss_lease bigint, add column missed_at timestamptz,
        add column action_id uuid not null default gen_random_uuid(), add column transcript_id bigint;
      update conversation set miss_at = now() where state = 'waiting';
      create index conversation_due on conversation (miss_at) where miss_at is not null;
    `,
  },
];
