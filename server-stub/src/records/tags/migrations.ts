import type { Migration } from '../../platform/db/migrate.js';

export const tagMigrations: Migration[] = [
  {
    name: 'records-tags-1',
    sql: `
      create table tag (
        org_id bigint not null, id bigint not null, module text not null, name text not null, color_code text,
        created_by bigint not null, modified_by bigint not null,
        created_time timestamptz(3) not null, modified_time timestamptz(3) not null, primary key (org_id, id));
      create unique index tag_name on tag (org_id, module, lower(name));
      create index record_tag on record using gin ((data -> 'Tag')) where data ? 'Tag';
    `,
  },
];

declare module '../../platform/db/tables.js' {
  interface Tables {
    tag: {
      org_id: string;
      id: string;
      module: string;
      name: string;
      color_code: string | null;
      created_by: string;
      modified_by: string;
      created_time: Date;
      modified_time: Date;
    };
  }
}
