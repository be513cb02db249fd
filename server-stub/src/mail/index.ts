import type { FastifyInstance } from 'fastify';
import { loadAccess } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { Failure } from '../platform/http/failure.js';
import { serveRoute } from '../platform/http/serve-route.js';
import type { FolderMailer } from '../platform/mail/index.js';

/** Shows administrators what the file outbox holds. @param folder absent where mails are really sent */
export function mountMail(app: FastifyInstance, { db }: Database, folder: FolderMailer | undefined): void {
  serveRoute(app, 'GET /v1/sent-mails', async ({ principal, query }) => {
    const { administrator } = await loadAccess(db, principal);
    if (!administrator) throw new Failure(403, 'forbidden', { detail: 'Only administrators may read this.' });
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
}
