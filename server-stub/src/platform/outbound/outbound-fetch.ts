import type { IncomingHttpHeaders } from 'node:http';
import type { AllowList } from './allow-list.js';
import { sendOne, type OneAnswer } from './one-request.js';
import { OutboundError } from './outbound-error.js';
import { connectCheck } from './resolve.js';

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface OutboundOptions {
  /** Private destinations that are allowed. */
  allow: AllowList;
  /** For everything together: name, connection, redirects, answer. */
  timeoutMs: number;
  /** Largest body of an answer. */
  maxBytes: number;
  /** GET unless given. */
  method?: string;
  /** Names in lower case. Those with credentials do not follow a redirect to another origin. */
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** The last answer, after redirects; any status. */
export interface OutboundAnswer {
  /** Where it came from. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/**
 * The only way out for HTTP: resolves each name once, connects to the address that it checked, and
 * does so again for every redirect, of which it follows five.
 * @throws OutboundError
 */
export async function outboundFetch(address: string, options: OutboundOptions): Promise<OutboundAnswer> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  let step: Step = {
    url: parse(address),
    method: options.method ?? 'GET',
    headers: options.headers ?? {},
    body: options.body,
  };
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const to = await orTimeout(connectCheck(step.url.hostname, options.allow), signal, step.url);
    const answer = await sendOne({ ...step, to, maxBytes: options.maxBytes, signal });
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.status) || location === undefined) return { url: step.url.href, ...answer };
    step = redirected(step, answer, parse(location, step.url.href));
  }
  throw new OutboundError(
    'too_many_redirects',
    `${new URL(address).host} redirects more than ${MAX_REDIRECTS} times`,
  );
}

interface Step {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
}

function redirected({ url, method, headers, body }: Step, { status }: OneAnswer, to: URL): Step {
  const keep = to.origin === url.origin ? headers : withoutCredentials(headers);
  const turnsToGet =
    status === 303 ? method !== 'HEAD' : (status === 301 || status === 302) && method === 'POST';
  if (!turnsToGet) return { url: to, method, headers: keep, body };
  const bodiless = Object.entries(keep).filter(([name]) => name.toLowerCase() !== 'content-type');
  return { url: to, method: 'GET', headers: Object.fromEntries(bodiless), body: undefined };
}

/** Keeps only what tells nothing of who asks. */
function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  const harmless = new Set(['accept', 'accept-language', 'content-type', 'user-agent']);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => harmless.has(name.toLowerCase())));
}

function parse(address: string, base?: string): URL {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw new OutboundError('bad_address', 'not an http or https address');
  }
  return url;
}

/** The system's resolver knows no time limit of ours. */
function orTimeout<T>(work: Promise<T>, signal: AbortSignal, url: URL): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new OutboundError('timeout', `${url.host} was not found in time`));
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
  });
}
