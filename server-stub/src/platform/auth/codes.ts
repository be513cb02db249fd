import { createHash, randomBytes } from 'node:crypto';
import type { Db, Tx } from '../db/database.js';
import { hashToken } from './hash-token.js';

/** What a code stands for. */
export interface Grant {
  orgId: string;
  clientId: string;
  userId: string;
  scope: string;
  demo: boolean;
}

interface CodeRequest extends Grant {
  redirectUri?: string | undefined;
  /** PKCE, RFC 7636. */
  challenge?: string | undefined;
  method?: 'S256' | 'plain' | undefined;
  seconds: number;
}

/** A code to exchange for tokens, once. */
export async function issueCode(db: Db, request: CodeRequest): Promise<string> {
  const code = `1000.${randomBytes(32).toString('hex')}`;
  await db
    .insertInto('oauth_code')
    .values({
      hash: hashToken(code),
      org_id: request.orgId,
      client_id: request.clientId,
      user_id: request.userId,
      scope: request.scope,
      redirect_uri: request.redirectUri ?? null,
      challenge: request.challenge ?? null,
      challenge_method: request.challenge === undefined ? null : (request.method ?? 'plain'),
      demo: request.demo,
      expires_at: new Date(Date.now() + request.seconds * 1000),
    })
    .execute();
  return code;
}

interface Redemption {
  clientId: string;
  code: string;
  redirectUri?: string | undefined;
  verifier?: string | undefined;
  /** Whether demo tokens are in force for this request. */
  demo: boolean;
}

/** Takes a code: whatever is wrong with it then, it is used up. @returns Zoho's word when it does not hold */
export async function redeemCode(
  tx: Tx,
  { clientId, code, redirectUri, verifier, demo }: Redemption,
): Promise<Grant | 'invalid_code' | 'invalid_redirect_uri'> {
  const row = await tx
    .deleteFrom('oauth_code')
    .where('hash', '=', hashToken(code))
    .where('client_id', '=', clientId)
    .returningAll()
    .executeTakeFirst();
  if (!row || row.expires_at <= new Date() || (row.demo && !demo)) return 'invalid_code';
  if (row.redirect_uri !== null && row.redirect_uri !== redirectUri) return 'invalid_redirect_uri';
  if (row.challenge !== null && row.challenge !== challengeOf(verifier, row.challenge_method))
    return 'invalid_code';
  return { orgId: row.org_id, clientId, userId: row.user_id, scope: row.scope, demo: row.demo };
}

function challengeOf(verifier: string | undefined, method: string | null): string | undefined {
  if (verifier === undefined || method === 'plain') return verifier;
  return createHash('sha256').update(verifier).digest('base64url');
}
