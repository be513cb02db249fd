import type { FastifyInstance } from 'fastify';
import { bearer } from '../../platform/auth/authenticate.js';
import { createClient, listClients, removeClient } from '../../platform/auth/clients.js';
import { issueCode } from '../../platform/auth/codes.js';
import type { Principal } from '../../platform/auth/principal.js';
import { coversScope, parseScopes } from '../../platform/auth/scopes.js';
import { findToken } from '../../platform/auth/tokens.js';
import type { Database } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import { loadAccess } from '../access.js';

/** Seconds that a code holds unless the caller says otherwise. */
const CODE_SECONDS = 180;

/** What Zoho's API console does: programs are registered, and get codes without a page to consent on. */
export function serveOauthConsole(app: FastifyInstance, { db, transact }: Database): void {
  const checkAdministrator = async (principal: Principal) => {
    if (!(await loadAccess(db, principal)).administrator)
      throw new Failure(403, 'forbidden', { detail: 'Only an administrator may do this.' });
  };

  serveRoute(app, 'GET /v1/oauth-clients', async ({ principal }) => {
    await checkAdministrator(principal);
    const clients = await listClients(db, principal.orgId);
    const data = clients.map(({ id, created_at: at, ...client }) => ({
      client_id: id,
      ...client,
      created_at: at.toISOString(),
    }));
    return { status: 200, body: { data } };
  });

  serveRoute(app, 'POST /v1/oauth-clients', async ({ body, principal }) => {
    await checkAdministrator(principal);
    const { name, redirect_uris: redirectUris = [] } = body;
    const { id, secret } = await createClient(db, principal.orgId, name, redirectUris);
    return {
      status: 201,
      body: {
        client_id: id,
        client_secret: secret,
        name,
        redirect_uris: redirectUris,
        created_at: new Date().toISOString(),
      },
    };
  });

  serveRoute(app, 'DELETE /v1/oauth-clients/:id', async ({ params, principal }) => {
    await checkAdministrator(principal);
    const removed = await transact((tx) => removeClient(tx, principal.orgId, params.id));
    if (!removed) throw new Failure(404, 'not_found', { detail: 'There is no such client.' });
    return { status: 204 };
  });

  serveRoute(app, 'POST /v1/oauth-codes', async ({ body, principal, request }) => {
    const own = await findToken(db, bearer(request));
    // A browser's token must not grow into one that outlives it.
    if (own?.origin !== null)
      throw new Failure(403, 'forbidden', { detail: 'A token of a page cannot ask for codes.' });
    const [client] = await listClients(db, principal.orgId, body.client_id);
    if (!client) throw new Failure(404, 'not_found', { detail: 'There is no such client.' });
    const { redirect_uri: redirectUri } = body;
    if (redirectUri !== undefined && !client.redirect_uris.includes(redirectUri))
      throw new Failure(400, 'invalid_input', { detail: 'The client has no such redirect_uri.' });
    const scopes = parseScopes(body.scope);
    const excess = scopes.find((scope) => !coversScope(principal.scopes, scope));
    if (excess !== undefined || scopes.length === 0)
      throw new Failure(403, 'forbidden', { detail: `The token does not cover the scope ${excess ?? ''}.` });
    const seconds = body.expires_in ?? CODE_SECONDS;
    const code = await issueCode(db, {
      orgId: principal.orgId,
      clientId: client.id,
      userId: principal.userId,
      scope: scopes.join(','),
      demo: own.demo,
      redirectUri,
      challenge: body.code_challenge,
      method: body.code_challenge_method,
      seconds,
    });
    return { status: 201, body: { code, expires_in: seconds, scope: scopes.join(' ') } };
  });
}
