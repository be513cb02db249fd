import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { nextId } from '../../platform/ids.js';
import { readFormerCode, refuseTaken } from './former-code.js';
import { readOrigins } from './origins.js';

interface EmbedChanges {
  name?: string | undefined;
  show_chat_icon?: boolean | undefined;
  allowed_origins?: string[] | undefined;
  former_code?: string | null | undefined;
}

/** @returns its id @throws Failure invalid_input for a site that is none, conflict */
export async function insertEmbedCode(
  tx: Tx,
  orgId: string,
  portalId: string,
  input: EmbedChanges & { name: string; publicKey?: string | undefined },
): Promise<string> {
  const id = nextId();
  await tx
    .insertInto('portal_embed')
    .values({
      org_id: orgId,
      id,
      portal_id: portalId,
      name: input.name.trim(),
      public_key: input.publicKey ?? randomBytes(12).toString('base64url'),
      show_chat_icon: input.show_chat_icon ?? true,
      allowed_origins: readOrigins(input.allowed_origins ?? []),
      former_code: readFormerCode(input.former_code ?? null),
    })
    .execute()
    .catch(refuseTaken);
  return id;
}

/** Where a code is. */
export interface EmbedPath {
  orgId: string;
  portalId: string;
  embedId: string;
}

const missing = () => new Failure(404, 'not_found', { detail: 'There is no such embed code.' });

/** @throws Failure not_found, invalid_input, conflict */
export async function changeEmbedCode(
  tx: Tx,
  { orgId, portalId, embedId }: EmbedPath,
  changes: EmbedChanges,
): Promise<void> {
  const origins = changes.allowed_origins && readOrigins(changes.allowed_origins);
  const former = changes.former_code === undefined ? undefined : readFormerCode(changes.former_code);
  const { rows } = await sql`
    update portal_embed set name = coalesce(${changes.name?.trim() ?? null}, name),
      show_chat_icon = coalesce(${changes.show_chat_icon ?? null}, show_chat_icon),
      allowed_origins = coalesce(${origins ?? null}::text[], allowed_origins),
      former_code = case when ${former === undefined} then former_code else ${former ?? null} end,
      refused_origin = case when ${origins === undefined} then refused_origin end,
      refused_at = case when ${origins === undefined} then refused_at end
    where org_id = ${orgId} and portal_id = ${portalId} and id = ${embedId} returning 1`
    .execute(tx)
    .catch(refuseTaken);
  if (rows.length === 0) throw missing();
}

/** The last code of a portal stays. @throws Failure not_found, conflict */
export async function deleteEmbedCode(tx: Tx, { orgId, portalId, embedId }: EmbedPath): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from portal_embed where org_id = ${orgId} and portal_id = ${portalId} for update`.execute(tx);
  if (!rows.some(({ id }) => id === embedId)) throw missing();
  if (rows.length === 1)
    throw new Failure(409, 'conflict', {
      detail: 'A portal keeps one embed code. Disable the portal to stop its visits.',
    });
  await sql`delete from portal_embed where org_id = ${orgId} and id = ${embedId}`.execute(tx);
}
