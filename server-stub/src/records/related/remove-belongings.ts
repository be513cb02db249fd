import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { appendEvents } from '../../platform/outbox/outbox.js';
import type { Consumer, StoredEvent } from '../../platform/outbox/relay.js';
import { discardFile } from '../files/discard.js';
import { putGoneIntoBin } from '../storage/recycle-bin.js';
import { RECORD_DELETED, type RecordEvent } from '../write/events.js';

/** What belonged to records that are deleted goes with them: notes, files, links. */
export const removeBelongings: Consumer = async (tx, events) => {
  for (const [orgId, deleted] of byOrg(events)) {
    const ids = deleted.map(({ key }) => key);
    await removeNotes(tx, orgId, ids, (deleted[0]?.payload as unknown as RecordEvent).userId);
    await removeFiles(tx, orgId, ids);
    await sql`
      delete from record_link where org_id = ${orgId}
        and (from_id = any(${ids}::bigint[]) or to_id = any(${ids}::bigint[]))`.execute(tx);
  }
  return [];
};

/** Notes are records themselves: they go to the recycle bin, and their own files with them. */
async function removeNotes(tx: Tx, orgId: string, parents: string[], userId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from record where org_id = ${orgId} and module = 'Notes'
        and (data ->> 'Parent_Id')::bigint = any(${parents}::bigint[]) returning *)
    ${putGoneIntoBin(userId)}`.execute(tx);
  const payload = { module: 'Notes', userId } satisfies RecordEvent;
  await appendEvents(
    tx,
    rows.map(({ id }) => ({ orgId, topic: RECORD_DELETED, key: id, payload })),
  );
}

/** Attachments and pictures. */
async function removeFiles(tx: Tx, orgId: string, ids: string[]): Promise<void> {
  const { rows } = await sql<{ file_key: string }>`
    with attached as (
      delete from attachment where org_id = ${orgId} and parent_id = any(${ids}::bigint[]) returning file_key),
    pictured as (
      select id, data #>> '{$photo,fileKey}' as file_key from deleted_record
      where org_id = ${orgId} and id = any(${ids}::bigint[]) and data ? '$photo'),
    cleared as (
      update deleted_record set data = data - '$photo'
      where org_id = ${orgId} and id in (select id from pictured))
    select file_key from attached union all select file_key from pictured`.execute(tx);
  await discardFile(tx, orgId, ...rows.map((row) => row.file_key));
}

/** Notes and files of all records of a module that is about to be removed. */
export async function removeModuleBelongings(tx: Tx, orgId: string, module: string): Promise<void> {
  const { rows } = await sql<{ file_key: string }>`
    with notes as (
      delete from record note using record parent
      where note.org_id = ${orgId} and note.module = 'Notes' and parent.org_id = ${orgId}
        and parent.module = ${module} and (note.data ->> 'Parent_Id')::bigint = parent.id
      returning note.id),
    attached as (
      delete from attachment where org_id = ${orgId}
        and (module = ${module} or (module = 'Notes' and parent_id in (select id from notes)))
      returning file_key)
    select file_key from attached union all
    select data #>> '{$photo,fileKey}' from record
    where org_id = ${orgId} and module = ${module} and data ? '$photo'`.execute(tx);
  await discardFile(tx, orgId, ...rows.map((row) => row.file_key));
}

function byOrg(events: StoredEvent[]): Map<string, StoredEvent[]> {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) groups.set(event.orgId, [...(groups.get(event.orgId) ?? []), event]);
  return groups;
}
