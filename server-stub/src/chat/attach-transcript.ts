import { sql } from 'kysely';
import { Readable } from 'node:stream';
import type { FileStore } from '../platform/files/index.js';
import type { Tx } from '../platform/db/database.js';
import type { Consumer } from '../platform/outbox/relay.js';
import { findTimeZone } from '../identity/index.js';
import { attach, detach, systemContext, type Modules } from '../records/index.js';
import { findConversation } from './conversations.js';
import { readTranscript, type TranscriptLine } from './transcripts.js';

const MAX_BYTES = 20 * 1_048_576;

interface Over {
  /** Who counts as the maker of the file: who attended, else whoever has the portal. */
  userId: string;
}

/** What was said becomes a file of the visit when the chat ends or is missed, VIS-37; one that went on has one file. */
export const attachTranscripts =
  (modules: Modules, files: FileStore): Consumer =>
  async (tx, events) => {
    for (const { orgId, key, payload } of events)
      await attachTranscript(tx, { modules, files }, orgId, key, (payload as unknown as Over).userId);
    return [];
  };

async function attachTranscript(
  tx: Tx,
  { modules, files }: { modules: Modules; files: FileStore },
  orgId: string,
  id: string,
  userId: string,
): Promise<void> {
  // With the conversation held: it may have ended while it was missed elsewhere.
  const { rows } = await sql<{ transcript_id: string | null }>`
    select transcript_id from conversation where org_id = ${orgId} and id = ${id} for update`.execute(tx);
  const conversation = await findConversation(tx, orgId, id);
  if (!conversation) return;
  const lines = await readTranscript(tx, orgId, conversation);
  const timeZone = await findTimeZone(tx, orgId);
  const context = await systemContext(tx, modules, orgId, userId);
  const parent = { module: context.modules.find('Visits'), id: conversation.visit_id };
  const day = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(
    conversation.created_at,
  );
  const file = await files.put(Readable.from([toText(lines, timeZone)]), { maxBytes: MAX_BYTES });
  try {
    const { details } = await attach(tx, context, parent, { file, name: `chat-${day}-${id}.txt` });
    await sql`
      update conversation set transcript_id = ${details.id} where org_id = ${orgId} and id = ${id}`.execute(
      tx,
    );
    const former = rows[0]?.transcript_id ?? null;
    if (former !== null) await detach(tx, orgId, conversation.visit_id, [former]);
  } catch (error) {
    await files.remove(file.key);
    throw error;
  }
}

function toText(lines: TranscriptLine[], timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone });
  return lines
    .map(({ name, text, at }) => `[${time.format(new Date(at))}] ${name ?? ''}: ${text}\n`)
    .join('');
}
