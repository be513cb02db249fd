import type { Migration } from '../platform/db/migrate.js';

/** One table for all business modules: system columns indexed, the module's own fields in `data`. */
export const recordMigrations: Migration[] = [
  {
    name: 'records-1',
    sql: `
      create table record (
        org_id bigint not null, id bigint not null, module text not null, owner_id bigint not null,
        created_by bigint not null, modified_by bigint not null,
        created_time timestamptz not null default now(), modified_time timestamptz not null default now(),
        name text not null, email text, data jsonb not null, primary key (org_id, id));
      create index record_module on record (org_id, module, id);
      create unique index record_email on record (org_id, module, lower(email)) where email is not null;
    `,
  },
];

declare module '../platform/db/tables.js' {
  interface Tables {
    record: {
      org_id: string;
      id: string;
      module: string;
      owner_id: string;
      created_by: string;
      modified_by: string;
      created_time: Date;
      modified_time: Date;
      name: string;
      email: string | null;
      data: Record<string, unknown>;
    };
  }
}
