import { Type, type TSchema } from '@sinclair/typebox';
import { Id } from '../ids.js';
import { Problem } from '../problem.js';

export const Named = Type.Object({ id: Id, name: Type.String() });

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const oneOf = <const T extends readonly string[]>(names: T) =>
  Type.Union(names.map((name) => Type.Literal(name as T[number])));

export const byId = Type.Object({ id: Id });

/** What any route of the visits may refuse. */
export const refused = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  429: Problem,
};

/** Set-up is the administrator's: permission `manage_visitor_tracking`. */
export const setup = {
  tag: 'Visitor tracking',
  dialect: 'v1',
  security: 'token',
  scope: 'ZohoCRM.settings.ALL',
} as const;

/** Criteria in the one language of criteria, over the fields of `GET /v1/visitor-fields`; null means everybody. */
export const VisitorCriteria = nullable(Type.String({ minLength: 1, maxLength: 4_096 }));
