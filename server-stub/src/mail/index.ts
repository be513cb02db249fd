import type { FastifyInstance } from 'fastify';
import { loadAccess } from '../identity/index.js';
import type { Database, Db } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { serveRoute } from '../platform/http/serve-route.js';
import { liftSuppression, listSuppressions, type FolderMailer } from '../platform/mail/index.js';

/** Shows administrators what the file outbox holds, and who gets no more mail. @param folder absent where mails are really sent */
export function mountMail(app: FastifyInstance, { db }: Database, folder: FolderMailer | undefined): void {
  serveRoute(app, 'GET /v1/sent-mails', async ({ principal, query }) => {
    await requireAdministrator(db, principal);
    if (!folder) throw new Failure(404, 'not_found', { detail: 'Mails are sent; none is kept here.' });
    const mails = await folder.list(principal.orgId, query.limit ?? 50);
    const data = mails.map(({ id, to, subject, text, sentAt }) => ({
      id,
      to: { name: to.name ?? null, email: to.email },
      subject,
      text,
      sent_at: sentAt,
    }));
    return { status: 200, body: { data } };
  });

  serveRoute(app, 'GET /v1/suppressed-addresses', async ({ principal, query: { cursor, limit = 50 } }) => {
    await requireAdministrator(db, principal);
    const found = await listSuppressions(db, principal.orgId, { cursor, limit: limit + 1 });
    const data = found
      .slice(0, limit)
      .map((each) => ({ ...each, created_at: each.created_at.toISOString() }));
    const next_cursor = found.length > limit ? (data.at(-1)?.address ?? null) : null;
    return { status: 200, body: { data, next_cursor } };
  });

  serveRoute(app, 'DELETE /v1/suppressed-addresses/:address', async ({ principal, params }) => {
    await requireAdministrator(db, principal);
    if (!(await liftSuppression(db, principal.orgId, params.address)))
      throw new Failure(404, 'not_found', { detail: 'This address is not suppressed.' });
    return { status: 204 };
  });
}

async function requireAdministrator(db: Db, principal: Parameters<typeof loadAccess>[1]): Promise<void> {
  const { administrator } = await loadAccess(db, principal);
  if (!administrator) throw new Failure(403, 'forbidden', { detail: 'This is for administrators only.' });
}
