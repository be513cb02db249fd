import type { Migration } from '../db/migrate.js';

export const mailMigrations: Migration[] = [
  {
    name: 'mail-1',
    sql: `
      create table mail_suppression (
        org_id bigint not null, address text not null, reason text not null,
        created_at timestamptz not null default now(), primary key (org_id, address));
      create table mail_admission (
        org_id bigint not null, address text not null, day date not null, mail_id text not null,
        primary key (org_id, address, day, mail_id));
    `,
  },
];
