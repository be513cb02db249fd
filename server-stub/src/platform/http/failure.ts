import type { Problem, ProblemCode } from '@crm-elements/contract';
import { isUnavailable } from '../db/database.js';

export type FieldError = NonNullable<Problem['errors']>[number];

interface FailureOptions {
  detail?: string | undefined;
  errors?: FieldError[] | undefined;
  /** Seconds after which trying again makes sense. */
  retryAfter?: number | undefined;
}

/** A refusal that the client is told about, in the shape of its dialect. */
export class Failure extends Error {
  override name = 'Failure';
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  constructor(
    readonly status: number,
    readonly code: ProblemCode,
    options: FailureOptions = {},
  ) {
    super(options.detail ?? code);
    this.detail = options.detail;
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
  }
}

interface FrameworkError {
  code?: string;
  statusCode?: number;
  message?: string;
  validation?: { instancePath: string; message?: string; params?: Record<string, unknown> }[];
  validationContext?: string;
}

/** Texts that PostgreSQL cannot hold (NUL, half a surrogate pair), numbers out of range. */
const refusedData = new Set(['22021', '22P05', '22P02', '22003', '22008', '22007']);

/** Turns whatever was thrown into the one thing the formatters know. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const known = error as FrameworkError;
  if (known.validation) {
    const errors = known.validation.map(({ instancePath, message = 'is not valid' }) => ({
      path: `${known.validationContext ?? ''}${instancePath}`,
      message,
    }));
    return new Failure(400, 'invalid_input', { detail: `${errors[0]?.path} ${errors[0]?.message}`, errors });
  }
  if (isUnavailable(error)) {
    return new Failure(503, 'unavailable', {
      detail: 'The database cannot be reached; try again shortly.',
      retryAfter: 2,
    });
  }
  if (known.code && refusedData.has(known.code)) {
    return new Failure(400, 'invalid_input', { detail: 'A value cannot be stored as it is.' });
  }
  return byStatus(known);
}

function byStatus({ statusCode = 500, code = '' }: FrameworkError): Failure {
  if (code.includes('JSON') || code === 'FST_ERR_CTP_EMPTY_JSON_BODY') {
    return new Failure(400, 'invalid_json', { detail: 'The body is not valid JSON.' });
  }
  if (statusCode === 413) return new Failure(413, 'payload_too_large', { detail: 'The body is too large.' });
  if (statusCode === 415)
    return new Failure(415, 'unsupported_media_type', { detail: 'This content type is not understood.' });
  if (statusCode === 404)
    return new Failure(404, 'not_found', { detail: 'There is nothing at this address.' });
  if (statusCode >= 400 && statusCode < 500)
    return new Failure(statusCode, 'bad_request', { detail: 'The request is not valid.' });
  return new Failure(500, 'internal_error', { detail: 'Something went wrong on the server.' });
}
