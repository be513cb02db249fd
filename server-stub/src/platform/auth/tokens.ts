import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../db/database.js';
import { RIGHTS_CHANNEL } from './migrations.js';

/** Seconds that a token lives: an ordinary one, and one bound to an origin (held by a browser). */
const TOKEN_SECONDS = 3_600;
const ORIGIN_TOKEN_SECONDS = 900;

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export interface IssuedToken {
  token: string;
  seconds: number;
  scope: string;
}

export interface StoredToken {
  orgId: string;
  userId: string;
  scope: string;
  origin: string | null;
  demo: boolean;
  expiresAt: Date;
  /** Of the rights in the organization, see `Principal`. */
  rightsRevision: number;
}

interface Exchange {
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  origin?: string | undefined;
  /** Whether demo tokens are in force for this request. */
  demo: boolean;
}

/** @returns the new token, or Zoho's word for what was wrong. */
export async function exchange(
  db: Db,
  request: Exchange,
): Promise<IssuedToken | 'invalid_client' | 'invalid_code'> {
  const client = await db
    .selectFrom('oauth_client')
    .selectAll()
    .where('id', '=', request.clientId)
    .executeTakeFirst();
  if (!client || !timingSafeEqual(client.secret_hash, hashToken(request.clientSecret)))
    return 'invalid_client';
  const refreshHash = hashToken(request.refreshToken);
  const refresh = await db
    .selectFrom('refresh_token')
    .selectAll()
    .where('hash', '=', refreshHash)
    .executeTakeFirst();
  if (refresh?.client_id !== client.id || (refresh.demo && !request.demo)) return 'invalid_code';

  const token = `1000.${randomBytes(32).toString('hex')}`;
  const seconds = request.origin ? ORIGIN_TOKEN_SECONDS : TOKEN_SECONDS;
  await db
    .insertInto('access_token')
    .values({
      hash: hashToken(token),
      org_id: refresh.org_id,
      refresh_hash: refreshHash,
      user_id: refresh.user_id,
      scope: refresh.scope,
      origin: request.origin ?? null,
      demo: refresh.demo,
      expires_at: new Date(Date.now() + seconds * 1000),
    })
    .execute();
  return { token, seconds, scope: refresh.scope };
}

/** A token that is in force now, or undefined. */
export async function findToken(db: Db, token: string): Promise<StoredToken | undefined> {
  const row = await db
    .selectFrom('access_token')
    .leftJoin('rights_revision', 'rights_revision.org_id', 'access_token.org_id')
    .selectAll('access_token')
    .select('revision')
    .where('hash', '=', hashToken(token))
    .where('expires_at', '>', new Date())
    .executeTakeFirst();
  return (
    row && {
      orgId: row.org_id,
      userId: row.user_id,
      scope: row.scope,
      origin: row.origin,
      demo: row.demo,
      expiresAt: row.expires_at,
      rightsRevision: Number(row.revision ?? 0),
    }
  );
}

/**
 * Revokes a token of either kind; a refresh token takes its access tokens with it. The sockets that
 * live on them are told on every node.
 * @returns whether there was such a token
 */
export async function revoke(db: Db, token: string): Promise<boolean> {
  const hash = hashToken(token);
  const { rows } = await sql`
    with access as (
      delete from access_token where hash = ${hash} or refresh_hash = ${hash} returning org_id),
    refresh as (
      delete from refresh_token where hash = ${hash} returning org_id)
    select pg_notify(${RIGHTS_CHANNEL}, org_id::text) from (select org_id from access union select org_id from refresh) revoked`.execute(
    db,
  );
  return rows.length > 0;
}

export async function removeExpiredTokens(db: Db): Promise<void> {
  await db
    .deleteFrom('access_token')
    .where('expires_at', '<', new Date(Date.now() - 60_000))
    .execute();
}
