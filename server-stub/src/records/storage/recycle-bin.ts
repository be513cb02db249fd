import { sql } from 'kysely';

/** Puts the rows `gone` of the table `record` into the recycle bin as they were; the ids are returned. */
export const putGoneIntoBin = (userId: string) => sql`
  insert into deleted_record (org_id, id, module, owner_id, created_by, modified_by, created_time, modified_time,
    converted, deleted_by, deleted_time, name, data)
  select org_id, id, module, owner_id, created_by, modified_by, created_time, modified_time,
    converted, ${userId}, ${new Date()}, name, data from gone
  returning id`;
