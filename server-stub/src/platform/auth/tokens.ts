import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '../db/database.js';

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
    .selectAll()
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
    }
  );
}

/** Revokes a token of either kind; a refresh token takes its access tokens with it. */
export async function revoke(db: Db, token: string): Promise<boolean> {
  const hash = hashToken(token);
  const access = await db
    .deleteFrom('access_token')
    .where((eb) => eb.or([eb('hash', '=', hash), eb('refresh_hash', '=', hash)]))
    .executeTakeFirst();
  const refresh = await db.deleteFrom('refresh_token').where('hash', '=', hash).executeTakeFirst();
  return access.numDeletedRows + refresh.numDeletedRows > 0n;
}

export async function removeExpiredTokens(db: Db): Promise<void> {
  await db
    .deleteFrom('access_token')
    .where('expires_at', '<', new Date(Date.now() - 60_000))
    .execute();
}
