import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../db/database.js';
import { findClient } from './clients.js';
import type { Grant } from './codes.js';
import { hashToken } from './hash-token.js';
import { RIGHTS_CHANNEL } from './migrations.js';

/** Seconds that a token lives: an ordinary one, and one bound to an origin (held by a browser). */
const TOKEN_SECONDS = 3_600;
const ORIGIN_TOKEN_SECONDS = 900;

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

interface Refresh {
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  /** Binds the new token to pages of this origin. */
  origin?: string | undefined;
  /** Whether demo tokens are in force for this request. */
  demo: boolean;
}

/** A new access token of a refresh token. @returns Zoho's word for what was wrong, else the token */
export async function refreshAccess(
  db: Db,
  request: Refresh,
): Promise<IssuedToken | 'invalid_client' | 'invalid_code'> {
  const client = await findClient(db, request.clientId, request.clientSecret);
  if (!client) return 'invalid_client';
  const hash = hashToken(request.refreshToken);
  const row = await db.selectFrom('refresh_token').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (row?.client_id !== client.id || (row.demo && !request.demo)) return 'invalid_code';
  const grant = {
    orgId: row.org_id,
    clientId: client.id,
    userId: row.user_id,
    scope: row.scope,
    demo: row.demo,
  };
  return issueAccess(db, grant, hash, request.origin);
}

/** An access token and a refresh token for what a code stands for. */
export async function issueTokens(tx: Tx, grant: Grant): Promise<IssuedToken & { refreshToken: string }> {
  const refreshToken = newToken();
  const hash = hashToken(refreshToken);
  await tx
    .insertInto('refresh_token')
    .values({
      hash,
      org_id: grant.orgId,
      client_id: grant.clientId,
      user_id: grant.userId,
      scope: grant.scope,
      demo: grant.demo,
    })
    .execute();
  return { ...(await issueAccess(tx, grant, hash)), refreshToken };
}

const newToken = () => `1000.${randomBytes(32).toString('hex')}`;

async function issueAccess(db: Db, grant: Grant, refreshHash: Buffer, origin?: string): Promise<IssuedToken> {
  const token = newToken();
  const seconds = origin ? ORIGIN_TOKEN_SECONDS : TOKEN_SECONDS;
  await db
    .insertInto('access_token')
    .values({
      hash: hashToken(token),
      org_id: grant.orgId,
      refresh_hash: refreshHash,
      user_id: grant.userId,
      scope: grant.scope,
      origin: origin ?? null,
      demo: grant.demo,
      expires_at: new Date(Date.now() + seconds * 1000),
    })
    .execute();
  return { token, seconds, scope: grant.scope };
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
  const past = new Date(Date.now() - 60_000);
  await db.deleteFrom('access_token').where('expires_at', '<', past).execute();
  await db.deleteFrom('oauth_code').where('expires_at', '<', past).execute();
}
