import type { Migration } from '../../platform/db/migrate.js';

/**
 * What is known from an unproven word alone: `claim_id` of a visit is the record that its visitor says to be, and
 * `claimed_record` are the records that were made from nothing else. `identified`: somebody
 * said in the visit who they are; other visits have the record of the visitor's visits before.
 */
export const identifyMigrations: Migration[] = [
  {
    name: 'visitor-identity-1',
    sql: `
      alter table visit add column claim_module text, add column claim_id bigint,
        add column identified boolean not null default false;
      create table claimed_record (org_id bigint not null, record_id bigint not null, primary key (org_id, record_id));
      insert into claimed_record select distinct org_id, record_id from visitor where record_id is not null;
    `,
  },
];
