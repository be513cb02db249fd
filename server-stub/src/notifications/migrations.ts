import type { Migration } from '../platform/db/migrate.js';

/** A notification has the id of the event that it tells of: told twice, it is there once. */
export const notificationMigrations: Migration[] = [
  {
    name: 'notifications-1',
    sql: `
      create table notification (
        org_id bigint not null, id bigint not null, user_id bigint not null, kind text not null, actor_id bigint,
        module text, record_id bigint, text text not null, created_at timestamptz not null default now(), read_at timestamptz,
        mail_due_at timestamptz, mail_attempts int not null default 0, mail_lease bigint,
        primary key (org_id, id));
      create index notification_of_user on notification (org_id, user_id, id desc);
      create index notification_unread on notification (org_id, user_id) where read_at is null;
      create index notification_mail on notification (mail_due_at) where mail_due_at is not null;
      create index notification_created on notification (created_at);
      create table notification_preference (
        org_id bigint not null, user_id bigint not null, email jsonb not null, primary key (org_id, user_id));
    `,
  },
];
