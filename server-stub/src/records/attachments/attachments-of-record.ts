import type { CrmRecord } from '@crm-elements/contract';
import { sql } from 'kysely';
import { findUsers } from '../../identity/index.js';
import { crmTime } from '../../crm-dialect/time.js';
import { rowError } from '../../crm-dialect/failure.js';
import type { RelatedList } from '../module.js';
import { selectRecords } from '../storage/select.js';
import { detach } from './detach.js';

interface Row {
  id: string;
  file_name: string;
  size: string;
  link_url: string | null;
  created_by: string;
  created_time: Date;
}

/** The files of a record. */
export const attachmentsOfRecord: RelatedList = {
  apiName: 'Attachments',
  module: 'Attachments',
  async page(db, context, { module, id }, { after, order, limit, offset, ids }) {
    const { orgId } = context.access;
    const direction = sql.raw(order);
    const than = sql.raw(order === 'asc' ? '>' : '<');
    const { rows } = await sql<Row>`
      select id, file_name, size, link_url, created_by, created_time from attachment
      where org_id = ${orgId} and parent_id = ${id}
        and ${after === undefined ? sql`true` : sql`id ${than} ${after}`}
        and ${ids ? sql`id = any(${ids}::bigint[])` : sql`true`}
      order by id ${direction} limit ${limit} offset ${offset}`.execute(db);
    const [parent] = await selectRecords(db, context, module, sql`record.id = ${id}`);
    const users = await findUsers(
      db,
      orgId,
      rows.map((row) => row.created_by),
    );
    return rows.map((row): CrmRecord => {
      const user = users.get(row.created_by) ?? null;
      const time = crmTime(row.created_time);
      return {
        id: row.id,
        File_Name: row.file_name,
        Size: row.size,
        Parent_Id: { id, name: parent?.name ?? '', module: { api_name: module.apiName, id: module.id } },
        Owner: user,
        Created_By: user,
        Created_Time: time,
        Modified_By: user,
        Modified_Time: time,
        $file_id: row.id,
        $type: row.link_url === null ? 'Attachment' : 'Link URL',
        $se_module: module.apiName,
        $link_url: row.link_url,
        $editable: parent !== undefined && (parent.editable || !module.writable),
        $state: 'save',
      };
    });
  },
  async remove(tx, { access: { orgId } }, { id }, ids) {
    const gone = await detach(tx, orgId, id, ids);
    return ids.map((each) =>
      gone.has(each)
        ? { code: 'SUCCESS', details: { id: each }, message: 'record deleted', status: 'success' }
        : rowError('INVALID_DATA', 'record not deleted', { id: each }),
    );
  },
};
