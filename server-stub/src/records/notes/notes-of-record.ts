import type { RelatedList } from '../module.js';
import { lookupList } from '../related/lookup-list.js';
import { insertRecords } from '../write/insert.js';

/** The notes of a record, read and written at the record's own address. */
export const notesOfRecord: RelatedList = {
  ...lookupList('Notes', 'Notes', ['Parent_Id']),
  insert(tx, context, parent, rows) {
    const Parent_Id = { id: parent.id, module: { api_name: parent.module.apiName } };
    return insertRecords(
      tx,
      context,
      context.modules.find('Notes'),
      rows.map((row) => ({ ...row, Parent_Id })),
    );
  },
};
