import type { Migration } from '../../platform/db/migrate.js';

/** Links between records, and an index for each standard lookup that has a related list. */
export const relatedMigrations: Migration[] = [
  {
    name: 'records-related-1',
    sql: `
      create table record_link (
        org_id bigint not null, relation text not null, from_id bigint not null, to_id bigint not null,
        created_by bigint not null, created_time timestamptz(3) not null default now(),
        primary key (org_id, relation, from_id, to_id));
      create index record_link_back on record_link (org_id, relation, to_id, from_id);
      create index record_link_of on record_link (org_id, to_id);
      create index record_contact_account on record (org_id, ((data ->> 'Account_Name')::bigint), id) where module = 'Contacts';
      create index record_deal_account on record (org_id, ((data ->> 'Account_Name')::bigint), id) where module = 'Deals';
      create index record_deal_contact on record (org_id, ((data ->> 'Contact_Name')::bigint), id) where module = 'Deals';
      create index record_note_parent on record (org_id, ((data ->> 'Parent_Id')::bigint), id) where module = 'Notes';
      create index record_task_who on record (org_id, ((data ->> 'Who_Id')::bigint), id) where module = 'Tasks';
      create index record_task_what on record (org_id, ((data ->> 'What_Id')::bigint), id) where module = 'Tasks';
      create index record_event_who on record (org_id, ((data ->> 'Who_Id')::bigint), id) where module = 'Events';
      create index record_event_what on record (org_id, ((data ->> 'What_Id')::bigint), id) where module = 'Events';
    `,
  },
];
