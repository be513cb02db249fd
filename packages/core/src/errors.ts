/** What went wrong with a call, in words that a view can switch on. */
export type CrmErrorKind =
  'offline' | 'unauthorized' | 'forbidden' | 'not_found' | 'refused' | 'rate_limited' | 'server';

/** What is wrong with one part of an input; its path is such as `actions[1].value`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A call that failed. `retryable` says whether trying again, unchanged, may help. */
export class CrmError extends Error {
  override name = 'CrmError';
  constructor(
    readonly kind: CrmErrorKind,
    /** Stable code of the API's dialect, or the kind where there was no answer. */
    readonly code: string,
    message: string,
    readonly requestId?: string,
    /** What is wrong with which part of the input, where the API says so. */
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }

  get retryable(): boolean {
    return this.kind === 'offline' || this.kind === 'server' || this.kind === 'rate_limited';
  }
}

/** Whatever was thrown, as an error that a view can switch on. */
export const toCrmError = (error: unknown): CrmError =>
  error instanceof CrmError ? error : new CrmError('server', 'unexpected', String(error));

const kinds: Record<number, CrmErrorKind> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
};

/** Reads the refusal of either dialect: `{code, detail}` or `{code, message}`. */
export async function readRefusal(response: Response): Promise<CrmError> {
  const body = (await response.json().catch(() => ({}))) as {
    code?: string;
    detail?: string;
    message?: string;
    request_id?: string;
    errors?: FieldError[];
  };
  const kind = kinds[response.status] ?? (response.status >= 500 ? 'server' : 'refused');
  return new CrmError(
    kind,
    body.code ?? kind,
    body.detail ?? body.message ?? response.statusText,
    body.request_id,
    body.errors,
  );
}
