import type { WriteRow } from '@crm-elements/contract';
import { findUsers } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import type { StoredFile } from '../../platform/files/index.js';
import { nextId } from '../../platform/ids.js';
import type { Context, Parent } from '../module.js';
import { writtenRow } from '../write/answers.js';

const NAME_LENGTH = 255;

/** A file for a record, stored already. */
export interface NewAttachment {
  file: StoredFile;
  name: string;
  /** Where it was fetched from. */
  linkUrl?: string;
}

/** Gives a record a file. */
export async function attach(
  tx: Tx,
  { access: { orgId, userId } }: Context,
  parent: Parent,
  { file, name, linkUrl }: NewAttachment,
): Promise<WriteRow> {
  const id = nextId();
  const now = new Date();
  await tx
    .insertInto('attachment')
    .values({
      org_id: orgId,
      id,
      module: parent.module.apiName,
      parent_id: parent.id,
      file_key: file.key,
      file_name: cleanName(name),
      size: String(file.size),
      link_url: linkUrl ?? null,
      created_by: userId,
      created_time: now,
    })
    .execute();
  const user = (await findUsers(tx, orgId, [userId])).get(userId);
  return writtenRow('attachment uploaded successfully', {
    id,
    createdBy: user,
    modifiedBy: user,
    createdTime: now,
    modifiedTime: now,
  });
}

/** Without folders and what no database holds. */
function cleanName(name: string): string {
  const bare = name.replaceAll('\0', '').replace(/^.*[\\/]/, '');
  return bare.slice(0, NAME_LENGTH).toWellFormed() || 'file';
}
