import type { FailureFormatter } from '../http/dialects.js';

/** The token endpoint answers errors with HTTP 200 and one key, except where it could not work at all. */
export const formatOauthFailure: FailureFormatter = (failure) => ({
  status: failure.status >= 500 || failure.status === 429 ? failure.status : 200,
  type: 'application/json',
  body: {
    error:
      failure.status === 429
        ? 'too_many_requests'
        : failure.status >= 500
          ? 'server_error'
          : 'invalid_request',
  },
});
