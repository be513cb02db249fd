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

/** An address that gets no more mail, because its own server refused it for good. */
export const SuppressedAddress = Type.Object(
  { address: Type.String(), reason: Type.String(), created_at: Type.String() },
  { $id: 'SuppressedAddress' },
);
export type SuppressedAddress = Static<typeof SuppressedAddress>;

const refused = { 400: Problem, 401: Problem, 403: Problem, 404: Problem };
const shared = { tag: 'Mail', dialect: 'v1', security: 'token' } as const;

/** What the demo shows of its mails; a backend with `SMTP_URL` keeps none and answers 404. */
export const mailRoutes = routes({
  'GET /v1/sent-mails': {
    summary: 'Mails in the file outbox, newest first; for administrators',
    ...shared,
    scope: 'ZohoCRM.settings.emails.READ',
    query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })) }),
    responses: { 200: Type.Object({ data: Type.Array(SentMail) }), ...refused },
  },
  'GET /v1/suppressed-addresses': {
    summary: 'Addresses that get no more mail, in their order; for administrators',
    ...shared,
    scope: 'ZohoCRM.settings.emails.READ',
    query: Type.Object({
      /** The last address of the page before. */
      cursor: Type.Optional(Type.String({ maxLength: 254 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    }),
    responses: {
      200: Type.Object({
        data: Type.Array(SuppressedAddress),
        next_cursor: Type.Union([Type.String(), Type.Null()]),
      }),
      ...refused,
    },
  },
  'DELETE /v1/suppressed-addresses/:address': {
    summary: 'Let an address get mail again; for administrators',
    ...shared,
    scope: 'ZohoCRM.settings.emails.DELETE',
    params: Type.Object({ address: Type.String({ maxLength: 254 }) }),
    responses: { 204: null, ...refused },
  },
});
