import { sql } from 'kysely';
import type { Db } from '../db/database.js';

/** An address that gets no more mail. */
export interface Suppression {
  address: string;
  reason: string;
  created_at: Date;
}

/** Suppressed addresses of an organization in their order, from the one after `cursor` on. */
export async function listSuppressions(
  db: Db,
  orgId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Suppression[]> {
  const after = cursor === undefined ? sql`true` : sql`address > lower(${cursor})`;
  const { rows } = await sql<Suppression>`
    select address, reason, created_at from mail_suppression
    where org_id = ${orgId} and ${after} order by address limit ${limit}`.execute(db);
  return rows;
}

/** Lets an address get mail again. @returns whether it was suppressed */
export async function liftSuppression(db: Db, orgId: string, address: string): Promise<boolean> {
  const { rows } = await sql`
    delete from mail_suppression where org_id = ${orgId} and address = lower(${address}) returning 1`.execute(
    db,
  );
  return rows.length > 0;
}
