import { Type, type Static } from '@sinclair/typebox';
import { OauthError } from './crm-error.js';
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
  origin: Type.Optional(Type.String({ maxLength: 256 })),
});

export const TokenAnswer = Type.Object(
  {
    access_token: Type.String(),
    api_domain: Type.String(),
    token_type: Type.Literal('Bearer'),
    expires_in: Type.Integer({ description: 'seconds' }),
    scope: Type.Optional(Type.String()),
  },
  { $id: 'TokenAnswer' },
);
export type TokenAnswer = Static<typeof TokenAnswer>;

export const oauthRoutes = routes({
  'POST /oauth/v2/token': {
    summary: 'Exchange a refresh token for an access token',
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
