import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.js';
import { hashToken } from './hash-token.js';
import { RIGHTS_CHANNEL } from './migrations.js';

/** A program that may ask for tokens. */
export interface Client {
  id: string;
  orgId: string;
}

/** The client, when the secret is its own. */
export async function findClient(db: Db, id: string, secret: string): Promise<Client | undefined> {
  const row = await db.selectFrom('oauth_client').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !timingSafeEqual(row.secret_hash, hashToken(secret))) return undefined;
  return { id: row.id, orgId: row.org_id };
}

/** @returns its id and its secret, which is not kept */
export async function createClient(
  db: Db,
  orgId: string,
  name: string,
  redirectUris: string[],
): Promise<{ id: string; secret: string }> {
  const id = `1000.${randomBytes(15).toString('hex').toUpperCase()}`;
  const secret = randomBytes(21).toString('hex');
  await db
    .insertInto('oauth_client')
    .values({ id, org_id: orgId, secret_hash: hashToken(secret), name, redirect_uris: redirectUris })
    .execute();
  return { id, secret };
}

/** Clients of an organization, or the one with an id. */
export function listClients(db: Db, orgId: string, id?: string) {
  return db
    .selectFrom('oauth_client')
    .select(['id', 'name', 'redirect_uris', 'created_at'])
    .where('org_id', '=', orgId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('created_at')
    .execute();
}

/** Removes a client with its codes and tokens. @returns whether there was one */
export async function removeClient(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('oauth_client')
    .where('org_id', '=', orgId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) return false;
  await sql`
    delete from access_token where refresh_hash in (select hash from refresh_token where client_id = ${id})`.execute(
    tx,
  );
  await sql`delete from refresh_token where client_id = ${id}`.execute(tx);
  await sql`delete from oauth_code where client_id = ${id}`.execute(tx);
  await sql`select pg_notify(${RIGHTS_CHANNEL}, ${orgId})`.execute(tx);
  return true;
}
