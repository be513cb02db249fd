import { Type, type Static } from '@sinclair/typebox';

/** Error of the CRM data API, in Zoho CRM's shape. */
export const CrmErrorBody = Type.Object(
  {
    code: Type.String(),
    details: Type.Record(Type.String(), Type.Unknown()),
    message: Type.String(),
    status: Type.Literal('error'),
  },
  { $id: 'CrmError' },
);
export type CrmErrorBody = Static<typeof CrmErrorBody>;

/** Error of the token endpoint: HTTP 200 with a single key, as Zoho's. */
export const OauthError = Type.Object({ error: Type.String() }, { $id: 'OauthError' });
