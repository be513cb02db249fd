import type { Db } from '../../platform/db/database.js';

/** What a note says beside its fields: it is saved, it is no voice, and which files it has. */
export interface NoteExtras {
  $state: 'save';
  $voice_note: false;
  $size: null;
  $attachments: { id: string; file_name: string }[] | null;
}

/** By the ids of the notes. */
export async function findNoteExtras(
  db: Db,
  orgId: string,
  ids: string[],
): Promise<(id: string) => NoteExtras> {
  const files = ids.length
    ? await db
        .selectFrom('attachment')
        .select(['id', 'file_name', 'parent_id'])
        .where('org_id', '=', orgId)
        .where('parent_id', 'in', ids)
        .orderBy('id')
        .execute()
    : [];
  return (id) => {
    const own = files.filter(({ parent_id }) => parent_id === id);
    const $attachments = own.length ? own.map((file) => ({ id: file.id, file_name: file.file_name })) : null;
    return { $state: 'save', $voice_note: false, $size: null, $attachments };
  };
}
