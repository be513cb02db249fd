import type { CrmErrorBody, WriteRow } from '@crm-elements/contract';
import type { FailureFormatter } from '../platform/http/dialects.js';
import { Failure } from '../platform/http/failure.js';

/** A refusal of the CRM data API, in Zoho CRM's words. */
export class CrmFailure extends Failure {
  constructor(
    status: number,
    readonly crmCode: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(status, status === 403 ? 'forbidden' : 'bad_request', { detail: message });
  }
}

/** Zoho's code and words for what the platform itself refuses. */
const platformCodes: Record<string, [code: string, message: string, status?: number]> = {
  unauthorized: ['INVALID_TOKEN', 'invalid oauth token'],
  forbidden: ['OAUTH_SCOPE_MISMATCH', 'invalid oauth scope to access this URL', 401],
  not_found: ['INVALID_URL_PATTERN', 'Please check if the URL trying to access is a correct one'],
  method_not_allowed: ['INVALID_REQUEST_METHOD', 'The http request method type is not a valid one'],
  payload_too_large: ['REQUEST_BODY_SIZE_EXCEEDED', 'the request body is too large'],
  rate_limited: ['TOO_MANY_REQUESTS', 'too many requests fired in concurrency'],
  internal_error: ['INTERNAL_ERROR', 'Internal Server Error'],
  unavailable: ['INTERNAL_ERROR', 'the service is unavailable for a moment, please try again'],
};

export const formatCrmFailure: FailureFormatter = (failure) => {
  const [code, message, status] =
    failure instanceof CrmFailure
      ? [failure.crmCode, failure.message]
      : (platformCodes[failure.code] ?? ['INVALID_DATA', failure.detail ?? 'invalid data']);
  const details = failure instanceof CrmFailure ? failure.details : {};
  const body: CrmErrorBody = { code, details, message, status: 'error' };
  return { status: status ?? failure.status, type: 'application/json', body };
};

export const rowError = (code: string, message: string, details: Record<string, unknown>): WriteRow => ({
  code,
  details,
  message,
  status: 'error',
});
