import { pino, type Logger } from 'pino';

export type Log = Logger;

/**
 * Logs carry no personal data: no address, header, body, query or token. A request is its method,
 * its route pattern and its id.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ['*.password', '*.token', '*.email', '*.authorization'], censor: '[redacted]' },
    serializers: {
      req: (request: { method: string; id: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
        id: request.id,
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
      // A database error repeats values in its details; they stay out.
      err: ({ name, message, code, stack }: Error & { code?: string }) => ({ name, message, code, stack }),
    },
  });
}
