import { Type, type Static } from '@sinclair/typebox';
import { Problem } from './problem.js';
import { routes } from './route.js';

/** A mail that the backend kept in its file outbox instead of sending it. */
export const SentMail = Type.Object(
  {
    id: Type.String(),
    to: Type.Object({ name: Type.Union([Type.String(), Type.Null()]), email: Type.String() }),
    subject: Type.String(),
    text: Type.String(),
    sent_at: Type.String(),
  },
  { $id: 'SentMail' },
);
export type SentMail = Static<typeof SentMail>;

/** What the demo shows of its mails; a backend with `SMTP_URL` keeps none and answers 404. */
export const mailRoutes = routes({
  'GET /v1/sent-mails': {
    summary: 'Mails in the file outbox, newest first; for administrators',
    tag: 'Mail',
    dialect: 'v1',
    security: 'token',
    scope: 'ZohoCRM.settings.emails.READ',
    query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })) }),
    responses: {
      200: Type.Object({ data: Type.Array(SentMail) }),
      400: Problem,
      401: Problem,
      403: Problem,
      404: Problem,
    },
  },
});
