import type { Migration } from '../platform/db/migrate.js';

const stamps = `created_by bigint, modified_by bigint,
  created_time timestamptz not null default now(), modified_time timestamptz not null default now()`;

/** Whatever changes who may do what is seen by every node with its next request. */
const watched = (table: string) => `create trigger rights after insert or update or delete on ${table}
  for each row execute function touch_rights();`;

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
  {
    // An organization from before roles gets one, of all its users, with the id of the organization.
    name: 'identity-2',
    sql: `
      create table role (
        org_id bigint not null, id bigint not null, name text not null, reporting_to bigint,
        share_with_peers boolean not null default false, description text, ${stamps}, primary key (org_id, id));
      create unique index role_name on role (org_id, lower(name));
      create index role_reporting_to on role (org_id, reporting_to);
      create table module_sharing (
        org_id bigint not null, module text not null, share_type text not null, primary key (org_id, module));
      alter table profile add column description text, add column custom boolean not null default false,
        add column created_by bigint, add column modified_by bigint,
        add column created_time timestamptz not null default now(), add column modified_time timestamptz not null default now();
      alter table crm_user add column role_id bigint, add column reporting_to bigint,
        add column time_zone text not null default 'UTC', add column locale text not null default 'en_US',
        add column phone text, add column mobile text,
        add column created_by bigint, add column modified_by bigint,
        add column created_time timestamptz not null default now(), add column modified_time timestamptz not null default now();

      insert into role (org_id, id, name) select org_id, org_id, 'CEO' from org;
      insert into module_sharing (org_id, module, share_type)
        select org_id, module, 'public' from org, unnest(array['Leads', 'Contacts', 'Visits', 'Actions_Performed']) module;
      update crm_user set role_id = org_id;
      update crm_user u set time_zone = o.time_zone from org o where o.org_id = u.org_id;
      update profile set permissions = array_replace(array_replace(array_replace(array_replace(permissions,
        'Social Profiles', 'social_profiles'), 'Social Tab', 'social_tab'), 'Visits.command', 'command_visitors'), 'Chat.attend', 'attend_chats');
      update profile set permissions = permissions || array(select replace(p, '.view', '.tab') from unnest(permissions) p where p like '%.view');

      alter table crm_user alter column role_id set not null;
      create index crm_user_role on crm_user (org_id, role_id);
      create index crm_user_profile on crm_user (org_id, profile_id);
      ${['profile', 'crm_user', 'role', 'module_sharing'].map(watched).join('\n')}
    `,
  },
  {
    name: 'identity-3',
    sql: `
      create table user_group (
        org_id bigint not null, id bigint not null, name text not null, description text, ${stamps}, primary key (org_id, id));
      create unique index user_group_name on user_group (org_id, lower(name));
      create table user_group_source (
        org_id bigint not null, group_id bigint not null, type text not null, source_id bigint not null,
        with_below boolean not null default false, primary key (org_id, group_id, type, source_id));
      create index user_group_source_of on user_group_source (org_id, type, source_id);
      create table territory (
        org_id bigint not null, id bigint not null, name text not null, api_name text not null, description text,
        reporting_to bigint, manager_id bigint, permission_type text not null default 'read_only', ${stamps},
        primary key (org_id, id));
      create unique index territory_name on territory (org_id, lower(name));
      create index territory_reporting_to on territory (org_id, reporting_to);
      create table territory_user (
        org_id bigint not null, territory_id bigint not null, user_id bigint not null,
        primary key (org_id, territory_id, user_id));
      create index territory_user_of on territory_user (org_id, user_id);
    `,
  },
];
