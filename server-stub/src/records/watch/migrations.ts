import type { Migration } from '../../platform/db/migrate.js';
import type { Changes } from '../write/events.js';

/**
 * `due_at` is when a channel is to be served next: null when nothing waits. Who serves it holds its
 * `lease` and moves `due_at` ahead, so that another node takes over where it dies.
 */
export const watchMigrations: Migration[] = [
  {
    name: 'records-watch-1',
    sql: `
      create table watch_channel (
        org_id bigint not null, id bigint not null, user_id bigint not null, channel_id text not null,
        events text[] not null, notify_url text not null, sealed_token text, expiry timestamptz(3) not null,
        return_values boolean not null, origin text not null,
        due_at timestamptz, lease bigint, attempts int not null default 0,
        primary key (org_id, id), unique (org_id, user_id, channel_id));
      create index watch_channel_due on watch_channel (due_at) where due_at is not null;
      create table watch_delivery (
        org_id bigint not null, channel bigint not null, id bigint not null, batch bigint,
        module text not null, operation text not null, record_id bigint not null, changes jsonb,
        primary key (org_id, channel, id));
    `,
  },
];

declare module '../../platform/db/tables.js' {
  interface Tables {
    watch_channel: {
      org_id: string;
      id: string;
      user_id: string;
      /** As the client calls it. */
      channel_id: string;
      events: string[];
      notify_url: string;
      sealed_token: string | null;
      expiry: Date;
      return_values: boolean;
      /** Address of the server, as the client knows it. */
      origin: string;
    };
    watch_delivery: {
      org_id: string;
      channel: string;
      id: string;
      batch: string | null;
      module: string;
      operation: string;
      record_id: string;
      changes: Changes | null;
    };
  }
}
