import type { Static, TObject, TSchema } from '@sinclair/typebox';

/** Which error shape a route answers with (design: one contract, three dialects). */
export type Dialect = 'v1' | 'crm' | 'oauth';

/** One route: what it takes and what it answers. The key of the table is `METHOD /path/:param`. */
export interface Route {
  summary: string;
  tag: string;
  dialect: Dialect;
  /**
   * `token`: a user's access token; `portal`: a public portal key and an allowed origin; `visitor`: a
   * visitor's token; `party`: either of the tokens.
   */
  security: 'none' | 'token' | 'portal' | 'visitor' | 'party';
  /** OAuth scope that the token must carry; of several, each. */
  scope?: string | readonly string[];
  params?: TObject;
  query?: TObject;
  body?: TSchema;
  /** Parts of a multipart request, instead of a body. */
  upload?: TObject;
  /** Schema per status; `null` for an answer without a body. */
  responses: Record<number, TSchema | null>;
}

/** Keeps the literal keys, so that a call is typed by them and both sides can be found by grep. */
export const routes = <const T extends Record<string, Route>>(table: T): T => table;

type Part<T> = T extends TSchema ? Static<T> : undefined;
type Success<R extends Route['responses']> = {
  [S in keyof R]: S extends 200 | 201 | 202 | 207 ? Part<R[S]> : S extends 204 ? undefined : never;
}[keyof R];
type Given<K extends string, T> = T extends TSchema ? Record<K, Static<T>> : unknown;

/** Type-only view of a route for clients. */
export interface Endpoint<R extends Route> {
  input: Given<'params', R['params']> & Given<'query', R['query']> & Given<'body', R['body']>;
  output: Success<R['responses']>;
}

export type Endpoints<T extends Record<string, Route>> = { [K in keyof T]: Endpoint<T[K]> };
