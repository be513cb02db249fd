import type { FieldSpec } from './fields/index.js';
import type { Migration } from '../platform/db/migrate.js';
import { massUpdateMigrations } from './mass-update/migrations.js';
import { attachmentMigrations } from './attachments/migrations.js';
import { relatedMigrations } from './related/migrations.js';
import { tagMigrations } from './tags/migrations.js';
import { watchMigrations } from './watch/migrations.js';
import { searchMigrations } from './search/migrations.js';
import { viewMigrations } from './views/migrations.js';

/**
 * One table for all business modules: system columns indexed, the module's own fields in `data`.
 * Times have milliseconds, so that they pass through JavaScript unharmed. Texts become dates by
 * functions that are declared immutable: what is stored always carries its offset.
 */
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
  {
    name: 'records-2',
    sql: `
      update record set data = data || jsonb_build_object('Email', email) where email is not null;
      alter table record
        drop column email,
        add column converted boolean not null default false,
        alter column created_time type timestamptz(3),
        alter column modified_time type timestamptz(3);
      create index record_created on record (org_id, module, created_time, id);
      create index record_modified on record (org_id, module, modified_time, id);
      create index record_owner on record (org_id, module, owner_id, id);
      create unique index record_lead_email on record (org_id, lower(data ->> 'Email')) where module = 'Leads';
      create unique index record_contact_email on record (org_id, lower(data ->> 'Email')) where module = 'Contacts';
      create unique index record_account_name on record (org_id, lower(data ->> 'Account_Name')) where module = 'Accounts';
      create index record_deal_name on record (org_id, lower(data ->> 'Deal_Name')) where module = 'Deals';
      create index record_product_name on record (org_id, lower(data ->> 'Product_Name')) where module = 'Products';
      create table deleted_record (
        org_id bigint not null, id bigint not null, module text not null, owner_id bigint not null,
        created_by bigint not null, deleted_by bigint not null, deleted_time timestamptz(3) not null,
        name text not null, data jsonb not null, primary key (org_id, id));
      create index deleted_record_module on deleted_record (org_id, module, id);
      create function record_date(text) returns date language sql immutable strict parallel safe as 'select $1::date';
      create function record_time(text) returns timestamptz language sql immutable strict parallel safe as 'select $1::timestamptz';
    `,
  },
  {
    name: 'records-3',
    sql: `
      create table custom_module (
        org_id bigint not null, id bigint not null, api_name text not null, singular text not null, plural text not null,
        name_field jsonb not null, created_by bigint not null, created_time timestamptz not null default now(),
        primary key (org_id, id));
      create unique index custom_module_name on custom_module (org_id, lower(api_name));
      create table custom_field (
        org_id bigint not null, id bigint not null, module text not null, api_name text not null, spec jsonb not null,
        created_by bigint not null, created_time timestamptz not null default now(), primary key (org_id, id));
      create unique index custom_field_name on custom_field (org_id, module, lower(api_name));
      create table auto_number (
        org_id bigint not null, field_id bigint not null, last bigint not null, primary key (org_id, field_id));
    `,
  },
  {
    // A record that was deleted before this step has none of them.
    name: 'records-4',
    sql: `
      alter table deleted_record
        add column modified_by bigint, add column created_time timestamptz(3), add column modified_time timestamptz(3),
        add column converted boolean;
    `,
  },
  ...searchMigrations,
  ...viewMigrations,
  ...massUpdateMigrations,
  ...relatedMigrations,
  ...attachmentMigrations,
  ...tagMigrations,
  ...watchMigrations,
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
      converted: boolean;
      data: Record<string, unknown>;
    };
    deleted_record: { org_id: string; module: string };
    custom_module: {
      org_id: string;
      id: string;
      api_name: string;
      singular: string;
      plural: string;
      name_field: Pick<FieldSpec, 'label' | 'dataType' | 'autoNumber'>;
      created_by: string;
    };
    custom_field: {
      org_id: string;
      id: string;
      module: string;
      api_name: string;
      spec: FieldSpec;
      created_by: string;
    };
  }
}
