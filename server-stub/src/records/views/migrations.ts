import type { CriteriaJson } from '@crm-elements/contract/criteria';
import type { Migration } from '../../platform/db/migrate.js';
import type { AccessType } from './view.js';

export const viewMigrations: Migration[] = [
  {
    name: 'records-views-1',
    sql: `
      create table custom_view (
        org_id bigint not null, id bigint not null, module_id bigint not null, name text not null,
        criteria jsonb, fields jsonb, access_type text not null, created_by bigint not null,
        created_time timestamptz(3) not null default now(), primary key (org_id, id));
      create unique index custom_view_name on custom_view (org_id, module_id, created_by, lower(name));
    `,
  },
];

declare module '../../platform/db/tables.js' {
  interface Tables {
    custom_view: {
      org_id: string;
      id: string;
      module_id: string;
      name: string;
      criteria: CriteriaJson | null;
      /** A JSON list of API names. */
      fields: string | null;
      access_type: AccessType;
      created_by: string;
    };
  }
}
