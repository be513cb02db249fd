import http, { type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { OutboundError } from './outbound-error.js';
import type { CheckedAddress } from './resolve.js';

/** One request, to an address that was checked. */
export interface OneRequest {
  url: URL;
  to: CheckedAddress;
  method: string;
  headers: OutgoingHttpHeaders;
  body: string | Uint8Array | undefined;
  maxBytes: number;
  signal: AbortSignal;
}

export interface OneAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** Sends a request and reads the answer whole. @throws OutboundError */
export function sendOne({
  url,
  to,
  method,
  headers,
  body,
  maxBytes,
  signal,
}: OneRequest): Promise<OneAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) =>
      reject(
        signal.aborted
          ? new OutboundError('timeout', `${url.host} did not answer in time`)
          : new OutboundError(
              'failed',
              `no answer of ${url.host}: ${(error as NodeJS.ErrnoException).code ?? error.message}`,
            ),
      );
    const { request } = url.protocol === 'https:' ? https : http;
    const sent = request(url, {
      method,
      headers: {
        ...headers,
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      signal,
      // No pool: a connection that is kept belongs to a name that may have moved since.
      agent: false,
      lookup: (_host, options, done) => (options.all ? done(null, [to]) : done(null, to.address, to.family)),
    });
    sent.once('error', fail);
    sent.once('response', (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size <= maxBytes) return void chunks.push(chunk);
        // At once: an answer that has arrived whole by now would still end well.
        reject(new OutboundError('too_large', `the answer of ${url.host} is larger than ${maxBytes} bytes`));
        sent.destroy();
      });
      answer.once('error', fail);
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.end(body);
  });
}
