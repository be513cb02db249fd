import type { Dialect, Problem } from '@crm-elements/contract';
import type { FastifyReply } from 'fastify';
import type { Failure } from './failure.js';

/** How a dialect words a refusal. */
export type FailureFormatter = (
  failure: Failure,
  requestId: string,
) => { status: number; type: string; body: unknown };

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Server error',
  503: 'Unavailable',
};

/** RFC 9457. */
export const formatProblem: FailureFormatter = (failure, requestId) => {
  const body: Problem = {
    type: 'about:blank',
    title: titles[failure.status] ?? 'Refused',
    status: failure.status,
    code: failure.code,
    request_id: requestId,
    ...(failure.detail !== undefined && { detail: failure.detail }),
    ...(failure.errors && { errors: failure.errors }),
  };
  return { status: failure.status, type: 'application/problem+json', body };
};

export type Formatters = Record<Dialect, FailureFormatter>;

export async function sendFailure(
  reply: FastifyReply,
  failure: Failure,
  format: FailureFormatter,
): Promise<FastifyReply> {
  const { status, type, body } = format(failure, reply.request.id);
  if (failure.retryAfter !== undefined) reply.header('retry-after', String(failure.retryAfter));
  return reply.code(status).type(type).serializer(JSON.stringify).send(body);
}
