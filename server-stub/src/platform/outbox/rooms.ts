import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.js';

/**
 * Takes `count` numbers of a room's sequence. The row stays locked until the transaction ends, so
 * numbers are given in commit order and without gaps.
 * @returns the sequence before the first number taken
 */
export async function takeSequence(tx: Tx, orgId: string, room: string, count: number): Promise<number> {
  const { rows } = await sql<{ seq: string }>`
    insert into room (org_id, name, seq) values (${orgId}, ${room}, ${count})
    on conflict (org_id, name) do update set seq = room.seq + ${count} returning seq`.execute(tx);
  return Number(rows[0]?.seq ?? count) - count;
}

export async function roomSequence(db: Db, orgId: string, room: string): Promise<number> {
  const row = await db
    .selectFrom('room')
    .select('seq')
    .where('org_id', '=', orgId)
    .where('name', '=', room)
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}
