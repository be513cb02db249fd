import type { Message } from '@crm-elements/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../platform/db/database.js';
import { crmTime } from '../crm-dialect/time.js';
import { type PageRequest, type RelatedList } from '../records/index.js';
import { selectConversations, toConversations, type ConversationRow } from './conversations.js';
import { readMessages } from './messages.js';

const MAX_MESSAGES = 1_000;

function paged({ after, order, limit, offset }: PageRequest, visitId: string): RawBuilder<unknown> {
  const beyond =
    after === undefined ? sql`true` : order === 'asc' ? sql`c.id > ${after}` : sql`c.id < ${after}`;
  return sql`c.visit_id = ${visitId} and ${beyond} order by c.id ${sql.raw(order === 'asc' ? 'asc' : 'desc')} limit ${limit} offset ${offset}`;
}

export type TranscriptLine = Pick<Message, 'author' | 'name' | 'text' | 'at'>;

/** What was said in a chat, without what the system notes. */
export async function readTranscript(db: Db, orgId: string, row: ConversationRow): Promise<TranscriptLine[]> {
  const { data } = await readMessages(db, orgId, row, 0, MAX_MESSAGES);
  return data
    .filter(({ author }) => author !== 'system')
    .map(({ author, name, text, at }) => ({ author, name, text, at }));
}

/** Chats of a visit with what was said, VIS-37 and VIS-77. */
export const chatsOfVisit: RelatedList = {
  apiName: 'Chat_Transcripts',
  module: 'Visits',
  async page(db, { access: { orgId } }, { id: visitId }, request) {
    const rows = await selectConversations(db, orgId, paged(request, visitId));
    const conversations = await toConversations(db, orgId, rows);
    return Promise.all(
      rows.map(async (row, index) => ({
        id: row.id,
        Attended_By: conversations[index]?.operator ?? null,
        Started_Time: crmTime(row.created_at),
        Ended_Time: row.ended_at && crmTime(row.ended_at),
        Transcript: await readTranscript(db, orgId, row),
      })),
    );
  },
};
