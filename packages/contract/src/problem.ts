import { Type, type Static } from '@sinclair/typebox';

/** Stable codes of the `/v1` dialect. A client may switch on them; words may change. */
export const problemCodes = [
  'bad_request',
  'unauthorized',
  'forbidden',
  'not_found',
  'method_not_allowed',
  'unknown_portal',
  'portal_disabled',
  'origin_not_allowed',
  'conflict',
  'conversation_ended',
  'limit_reached',
  'payload_too_large',
  'unsupported_media_type',
  'invalid_json',
  'invalid_input',
  'rate_limited',
  'internal_error',
  'unavailable',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457 problem with a stable `code`; `errors` names the fields of a refused input. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.Union(problemCodes.map((code) => Type.Literal(code))),
    detail: Type.Optional(Type.String()),
    request_id: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  },
  { $id: 'Problem' },
);
export type Problem = Omit<Static<typeof Problem>, 'code'> & { code: ProblemCode };
