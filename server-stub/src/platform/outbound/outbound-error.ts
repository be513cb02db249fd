/** Why a request did not get out, or its answer not in. */
export type OutboundFailure =
  /** No http or https address, or one with a user name in it. */
  | 'bad_address'
  /** The name has no address. */
  | 'not_found'
  /** The address is private, and `CRM_OUTBOUND_ALLOW` does not name it. */
  | 'forbidden_address'
  | 'too_many_redirects'
  | 'timeout'
  /** The answer is larger than was asked for. */
  | 'too_large'
  /** The connection failed or broke. */
  | 'failed';

export class OutboundError extends Error {
  override readonly name = 'OutboundError';
  constructor(
    readonly code: OutboundFailure,
    message: string,
  ) {
    super(message);
  }
}
