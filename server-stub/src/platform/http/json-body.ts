import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Failure } from './failure.js';

type Done = (error: Error | null, body?: unknown) => void;

/**
 * JSON as the clients at hand send it: Zoho's own SDK names no content type, others name one where there is no
 * body.
 */
export function acceptJson(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'ignore');
  const read = (request: FastifyRequest, body: string, done: Done): void => {
    if (body === '') done(null);
    else void parse(request, body, done);
  };
  http.removeContentTypeParser('application/json');
  http.addContentTypeParser('application/json', { parseAs: 'string' }, read);
  http.addContentTypeParser('*', { parseAs: 'string' }, (request, body: string, done) => {
    if (request.headers['content-type'] === undefined) read(request, body, done);
    else done(new Failure(415, 'unsupported_media_type', { detail: 'This content type is not understood.' }));
  });
}
