import type { Migration } from '../../platform/db/migrate.js';

export const attachmentMigrations: Migration[] = [
  {
    name: 'records-attachments-1',
    sql: `
      create table attachment (
        org_id bigint not null, id bigint not null, module text not null, parent_id bigint not null,
        file_key text not null, file_name text not null, size bigint not null, link_url text,
        created_by bigint not null, created_time timestamptz(3) not null, primary key (org_id, id));
      create index attachment_parent on attachment (org_id, parent_id, id);
    `,
  },
];

declare module '../../platform/db/tables.js' {
  interface Tables {
    attachment: {
      org_id: string;
      id: string;
      module: string;
      parent_id: string;
      file_key: string;
      file_name: string;
      /** Bytes. */
      size: string;
      /** Where the file was fetched from. */
      link_url: string | null;
      created_by: string;
      created_time: Date;
    };
  }
}
