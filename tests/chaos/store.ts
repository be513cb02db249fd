import type { Database } from '../../server-stub/src/platform/db/database.js';

/** A message as the database holds it. */
export interface Stored {
  seq: number;
  clientId: string;
  text: string;
}

/** What the database holds, read past the server. */
export interface StoredConversations {
  /** Sequence of the last message of each conversation. */
  lastSeqs(): Promise<Map<string, number>>;
  /** Messages of each conversation, in order. */
  all(): Promise<Map<string, Stored[]>>;
}

export const storedConversations = ({ pool }: Database): StoredConversations => ({
  async lastSeqs() {
    const { rows } = await pool.query<{ id: string; seq: number }>(
      'select id::text, last_seq seq from conversation',
    );
    return new Map(rows.map(({ id, seq }) => [id, seq]));
  },
  async all() {
    const { rows } = await pool.query<Stored & { id: string }>(
      `select conversation_id::text id, seq, client_id "clientId", text from message order by conversation_id, seq`,
    );
    const found = new Map<string, Stored[]>();
    for (const { id, ...message } of rows) found.set(id, [...(found.get(id) ?? []), message]);
    return found;
  },
});
