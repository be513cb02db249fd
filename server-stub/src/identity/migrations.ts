import type { Migration } from '../platform/db/migrate.js';

export const identityMigrations: Migration[] = [
  {
    name: 'identity-1',
    sql: `
      create table org (org_id bigint primary key, name text not null, time_zone text not null, created_time timestamptz not null default now());
      create table profile (
        org_id bigint not null, id bigint not null, name text not null, permissions text[] not null,
        primary key (org_id, id), unique (org_id, name));
      create table crm_user (
        org_id bigint not null, id bigint not null, email text not null, first_name text, last_name text not null,
        profile_id bigint not null, status text not null default 'active', primary key (org_id, id));
      create unique index crm_user_email on crm_user (org_id, lower(email));
    `,
  },
];

declare module '../platform/db/tables.js' {
  interface Tables {
    org: { org_id: string; name: string; time_zone: string };
    profile: { org_id: string; id: string; name: string; permissions: string[] };
    crm_user: {
      org_id: string;
      id: string;
      email: string;
      first_name: string | null;
      last_name: string;
      profile_id: string;
      status: string;
    };
  }
}
