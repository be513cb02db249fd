import { Type, type Static } from '@sinclair/typebox';
import { OauthError } from './crm-error.js';
import { Instant } from './ids.js';
import { Problem } from './problem.js';
import { routes } from './route.js';

/**
 * Parameters may come as multipart, urlencoded or query string. `origin` is ours: the token then
 * works only from pages of that origin and lives at most 15 minutes.
 */
export const TokenRequest = Type.Object({
  grant_type: Type.Optional(Type.String({ maxLength: 64 })),
  client_id: Type.Optional(Type.String({ maxLength: 256 })),
  client_secret: Type.Optional(Type.String({ maxLength: 256 })),
  refresh_token: Type.Optional(Type.String({ maxLength: 256 })),
  code: Type.Optional(Type.String({ maxLength: 256 })),
  redirect_uri: Type.Optional(Type.String({ maxLength: 512 })),
  /** PKCE (RFC 7636); needed when the code was made with a challenge. */
  code_verifier: Type.Optional(Type.String({ maxLength: 128 })),
  origin: Type.Optional(Type.String({ maxLength: 256 })),
});

export const TokenAnswer = Type.Object(
  {
    access_token: Type.String(),
    /** For a code alone. */
    refresh_token: Type.Optional(Type.String()),
    api_domain: Type.String(),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer({ description: 'seconds' }),
    scope: Type.Optional(Type.String()),
  },
  { $id: 'TokenAnswer' },
);
export type TokenAnswer = Static<typeof TokenAnswer>;

/** A program that may ask for tokens. */
export const OauthClient = Type.Object(
  {
    client_id: Type.String(),
    name: Type.String(),
    redirect_uris: Type.Array(Type.String()),
    created_at: Instant,
  },
  { $id: 'OauthClient' },
);
export type OauthClient = Static<typeof OauthClient>;

const apiConsole = { tag: 'OAuth', dialect: 'v1', security: 'token' } as const;
const refused = { 400: Problem, 401: Problem, 403: Problem, 404: Problem };
const uri = Type.String({ format: 'uri', maxLength: 512 });

export const oauthRoutes = routes({
  'GET /v1/oauth-clients': {
    summary: 'Programs that may ask for tokens of the organization',
    ...apiConsole,
    scope: 'ZohoCRM.settings.oauth_clients.READ',
    responses: { 200: Type.Object({ data: Type.Array(OauthClient) }), ...refused },
  },
  'POST /v1/oauth-clients': {
    summary: 'Register a program; its secret is told this once',
    ...apiConsole,
    scope: 'ZohoCRM.settings.oauth_clients.CREATE',
    body: Type.Object({
      name: Type.String({ minLength: 1, maxLength: 100 }),
      redirect_uris: Type.Optional(Type.Array(uri, { maxItems: 20 })),
    }),
    responses: {
      201: Type.Composite([OauthClient, Type.Object({ client_secret: Type.String() })]),
      ...refused,
    },
  },
  'DELETE /v1/oauth-clients/:id': {
    summary: 'Remove a program with all its tokens',
    ...apiConsole,
    scope: 'ZohoCRM.settings.oauth_clients.DELETE',
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    responses: { 204: null, ...refused },
  },
  'POST /v1/oauth-codes': {
    summary: 'A code that a program exchanges for tokens of the caller, once and soon',
    ...apiConsole,
    body: Type.Object({
      client_id: Type.String({ minLength: 1, maxLength: 256 }),
      /** Between commas or blanks; no more than the caller's token has. */
      scope: Type.String({ minLength: 1, maxLength: 2_048 }),
      redirect_uri: Type.Optional(uri),
      code_challenge: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_~.-]{43,128}$' })),
      code_challenge_method: Type.Optional(Type.Union([Type.Literal('S256'), Type.Literal('plain')])),
      expires_in: Type.Optional(Type.Integer({ minimum: 1, maximum: 600, description: 'seconds' })),
    }),
    responses: {
      201: Type.Object({ code: Type.String(), expires_in: Type.Integer(), scope: Type.String() }),
      ...refused,
    },
  },
  'POST /oauth/v2/token': {
    summary: 'Exchange a refresh token or a code for an access token',
    tag: 'OAuth',
    dialect: 'oauth',
    security: 'none',
    query: TokenRequest,
    responses: { 200: Type.Union([TokenAnswer, OauthError]) },
  },
  'POST /oauth/v2/token/revoke': {
    summary: 'Revoke an access or refresh token',
    tag: 'OAuth',
    dialect: 'oauth',
    security: 'none',
    query: Type.Object({ token: Type.Optional(Type.String({ maxLength: 256 })) }),
    responses: { 200: Type.Union([Type.Object({ status: Type.Literal('success') }), OauthError]) },
  },
});
