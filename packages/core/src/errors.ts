/** What went wrong with a call, in words that a view can switch on. */
export type CrmErrorKind =
  'offline' | 'unauthorized' | 'forbidden' | 'not_found' | 'refused' | 'rate_limited' | 'server';

/** A call that failed. `retryable` says whether trying again, unchanged, may help. */
export class CrmError extends Error {
  override name = 'CrmError';
  constructor(
    readonly kind: CrmErrorKind,
    /** Stable code of the API's dialect, or the kind where there was no answer. */
    readonly code: string,
    message: string,
    readonly requestId?: string,
  ) {
    super(message);
  }

  get retryable(): boolean {
    return this.kind === 'offline' || this.kind === 'server' || this.kind === 'rate_limited';
  }
}

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
  };
  const kind = kinds[response.status] ?? (response.status >= 500 ? 'server' : 'refused');
  return new CrmError(
    kind,
    body.code ?? kind,
    body.detail ?? body.message ?? response.statusText,
    body.request_id,
  );
}
