import type { Api, RouteKey } from '@crm-elements/contract';
import { CrmError, readRefusal } from '../errors.js';
import { createHttp } from './http.js';
import type { Tokens } from './tokens.js';

type Input<K extends RouteKey> = Api[K]['input'];
/** Input is left out where a route takes none. */
type Arguments<K extends RouteKey> = unknown extends Input<K> ? [] : [input: Input<K>, options?: CallOptions];

/** How a call is made, beside what it says. */
export interface CallOptions {
  /** A write to a record that was changed after this time (ISO 8601) is refused with `ALREADY_MODIFIED`. */
  unmodifiedSince?: string;
}

/** Calls a route of the contract by its key; typed by it, erased at build. @throws {CrmError} */
export type Call = <K extends RouteKey>(key: K, ...input: Arguments<K>) => Promise<Api[K]['output']>;

export interface Parts {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
}

export interface ApiOptions {
  baseUrl: string;
  tokens: Tokens;
  /** For tests and hosts with a fetch of their own. */
  fetch?: typeof fetch;
}

/** The address of a route with its parameters. */
export function address(baseUrl: string, path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return `${baseUrl.replace(/\/$/, '')}${filled}${search.size > 0 ? `?${search.toString()}` : ''}`;
}

/** The one HTTP function: token, one refresh on 401, retries of reads, errors in one class. */
export function createApi({ baseUrl, tokens, fetch }: ApiOptions): Call {
  const http = createHttp(fetch);

  const call = async (
    key: RouteKey,
    { body, ...parts }: Parts = {},
    { unmodifiedSince }: CallOptions = {},
  ): Promise<unknown> => {
    const [method = 'GET', path = ''] = key.split(' ');
    const url = address(baseUrl, path, parts);
    const send = (token: string) =>
      http(url, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(unmodifiedSince !== undefined && { 'if-unmodified-since': unmodifiedSince }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const token = await tokens.current().catch(cannotSignIn);
    let response = await send(token);
    if (response.status === 401) response = await send(await tokens.renew(token).catch(cannotSignIn));
    if (response.status === 204) return undefined;
    if (!response.ok) throw await readRefusal(response);
    return response.json();
  };
  return call as Call;
}

/** Nobody gives a token: the reader has to sign in. @throws {CrmError} */
export function cannotSignIn(error: unknown): never {
  throw new CrmError('unauthorized', 'no_token', (error as Error).message);
}
