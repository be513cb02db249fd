import type { EmbedCode, PortalSettings } from '@crm-elements/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Principal } from '../../platform/auth/principal.js';
import type { Database, Db, Tx } from '../../platform/db/database.js';
import { Failure } from '../../platform/http/failure.js';
import { serveRoute } from '../../platform/http/serve-route.js';
import type { Mailer } from '../../platform/mail/index.js';
import type { Secrets } from '../../platform/secrets/index.js';
import type { Modules } from '../../records/index.js';
import { identityKey } from '../identify/identity-key.js';
import { changePortal, checkPortalUsers, organizationLimit } from './change-portal.js';
import { createPortal } from './create-portal.js';
import { changeEmbedCode, deleteEmbedCode, insertEmbedCode } from './embed-codes.js';
import { readPortals } from './read-portals.js';
import { requireSetup } from './rights.js';
import { sendCode } from './send-code.js';
import { lockTracking, readTracking, refusalOf, switchTracking } from './tracking.js';

interface Options {
  database: Database;
  mailer: Mailer;
  secrets: Secrets;
  modules: Modules;
}

const originOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`;

async function findPortal(
  db: Db,
  orgId: string,
  id: string,
  request: FastifyRequest,
): Promise<PortalSettings> {
  const [portal] = await readPortals(db, orgId, originOf(request), id);
  if (!portal) throw new Failure(404, 'not_found', { detail: 'There is no such portal.' });
  return portal;
}

function codeOf(portal: PortalSettings, embedId: string): EmbedCode {
  const code = portal.embed_codes.find(({ id }) => id === embedId);
  if (!code) throw new Failure(404, 'not_found', { detail: 'There is no such embed code.' });
  return code;
}

const changed = (tx: Tx, orgId: string, portalId: string) =>
  sql`update portal set revision = revision + 1 where org_id = ${orgId} and id = ${portalId}`.execute(tx);

/** Portals and their codes, for those who may set up the integration. */
export function serveSetup(app: FastifyInstance, { database, mailer, secrets, modules }: Options): void {
  const { db, transact } = database;

  /** Writes in one transaction; who writes to the same organization's set-up waits. */
  const write = async <T>(principal: Principal, work: (tx: Tx) => Promise<T>): Promise<T> => {
    await requireSetup(db, principal);
    return transact(async (tx) => {
      await lockTracking(tx, principal.orgId);
      return work(tx);
    });
  };

  serveRoute(app, 'GET /v1/visitor-tracking', async ({ principal, request }) => ({
    status: 200,
    body: await readTracking(db, await requireSetup(db, principal), originOf(request)),
  }));

  serveRoute(app, 'PUT /v1/visitor-tracking', async ({ principal, body, request }) => {
    await write(principal, (tx) => switchTracking(tx, principal.orgId, body.enabled));
    modules.forget();
    return {
      status: 200,
      body: await readTracking(db, await requireSetup(db, principal), originOf(request)),
    };
  });

  serveRoute(app, 'POST /v1/portals', async ({ principal, body, request }) => {
    const access = await requireSetup(db, principal);
    const id = await write(principal, async (tx) => {
      const refusal = refusalOf(access, await readPortals(tx, principal.orgId, ''));
      if (refusal === 'organization_limit') throw organizationLimit();
      if (refusal === 'user_limit')
        throw new Failure(409, 'limit_reached', {
          detail: 'A user creates one portal only. You can be attached to the portals of others.',
        });
      await checkPortalUsers(tx, principal.orgId, body);
      return createPortal(tx, { orgId: principal.orgId, userId: principal.userId, input: body });
    });
    return { status: 201, body: await findPortal(db, principal.orgId, id, request) };
  });

  serveRoute(app, 'PATCH /v1/portals/:id', async ({ principal, params, body, request }) => {
    await write(principal, (tx) => changePortal(tx, principal.orgId, params.id, body));
    return { status: 200, body: await findPortal(db, principal.orgId, params.id, request) };
  });

  serveRoute(app, 'POST /v1/portals/:id/embed-codes', async ({ principal, params, body, request }) => {
    const { orgId } = principal;
    const embedId = await write(principal, async (tx) => {
      await findPortal(tx, orgId, params.id, request);
      await changed(tx, orgId, params.id);
      return insertEmbedCode(tx, orgId, params.id, body);
    });
    return { status: 201, body: codeOf(await findPortal(db, orgId, params.id, request), embedId) };
  });

  serveRoute(
    app,
    'PATCH /v1/portals/:id/embed-codes/:embed_id',
    async ({ principal, params, body, request }) => {
      const path = { orgId: principal.orgId, portalId: params.id, embedId: params.embed_id };
      await write(principal, async (tx) => {
        await changeEmbedCode(tx, path, body);
        await changed(tx, path.orgId, path.portalId);
      });
      return {
        status: 200,
        body: codeOf(await findPortal(db, path.orgId, path.portalId, request), path.embedId),
      };
    },
  );

  serveRoute(app, 'DELETE /v1/portals/:id/embed-codes/:embed_id', async ({ principal, params }) => {
    const path = { orgId: principal.orgId, portalId: params.id, embedId: params.embed_id };
    await write(principal, async (tx) => {
      await deleteEmbedCode(tx, path);
      await changed(tx, path.orgId, path.portalId);
    });
    return { status: 204 };
  });

  serveRoute(
    app,
    'POST /v1/portals/:id/embed-codes/:embed_id/send',
    async ({ principal, params, body, request }) => {
      await requireSetup(db, principal);
      const code = codeOf(await findPortal(db, principal.orgId, params.id, request), params.embed_id);
      return {
        status: 202,
        body: { sent: await sendCode(db, mailer, principal, { code, to: body.to, note: body.note }) },
      };
    },
  );

  serveRoute(app, 'GET /v1/portals/:id/identity-key', async ({ principal, params, request }) => {
    await requireSetup(db, principal);
    const { id } = await findPortal(db, principal.orgId, params.id, request);
    return { status: 200, body: { key: identityKey(secrets, id) } };
  });
}
