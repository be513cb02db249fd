import type { Migration } from '../db/migrate.js';

export const outboxMigrations: Migration[] = [
  {
    // Of @socket.io/postgres-adapter: what is too long for a notification.
    name: 'realtime-1',
    sql: `create table socket_io_attachments (
      id bigserial unique, created_at timestamptz default now(), payload bytea)`,
  },
  {
    name: 'outbox-1',
    sql: `
      create table outbox (
        org_id bigint not null, id bigint not null, topic text not null, key text not null,
        payload jsonb not null default '{}', attempts int not null default 0,
        not_before timestamptz not null default now(), created_at timestamptz not null default now(),
        primary key (org_id, id));
      create index outbox_due on outbox (not_before, id);
      create table room (org_id bigint not null, name text not null, seq bigint not null, primary key (org_id, name));
    `,
  },
];

declare module '../db/tables.js' {
  interface Tables {
    room: { org_id: string; name: string; seq: string };
  }
}
