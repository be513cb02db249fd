import type { Migration } from '../../platform/db/migrate.js';

export const webFormMigrations: Migration[] = [
  {
    name: 'web-forms-1',
    sql: `
      create table web_form (
        org_id bigint not null, id bigint not null, key text not null unique, name text not null, module text not null,
        fields jsonb not null, embed_id bigint, return_url text, owner_id bigint not null,
        created_at timestamptz not null default now(), primary key (org_id, id));
      create table web_form_submission (
        org_id bigint not null, client_id uuid not null, form_id bigint not null, at timestamptz not null default now(),
        primary key (org_id, client_id));
      create index web_form_submission_at on web_form_submission (at);
    `,
  },
  { name: 'web-forms-2', sql: 'alter table web_form add column former_code text unique' },
];
