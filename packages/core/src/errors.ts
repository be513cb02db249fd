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
    /** What the refusal is about: `{ api_name, maximum_length, ... }`, or the `errors` of a problem. */
    readonly details: Readonly<Record<string, unknown>> = {},
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

/** A refusal in either dialect: `{code, detail, errors}` or `{code, message, details}`. */
interface Refusal {
  code?: string;
  detail?: string;
  message?: string;
  request_id?: string;
  details?: Record<string, unknown>;
  errors?: unknown;
}

const isRefusal = (row: unknown): row is Refusal =>
  typeof row === 'object' && row !== null && (row as { status?: unknown }).status === 'error';

/** Writes of the CRM data API answer row by row, `{ users: [{ code, ... }] }`: the first that was refused tells why. */
const refusedRow = (body: object): Refusal | undefined => Object.values(body).flat().find(isRefusal);

/** Reads why a call was refused. */
export async function readRefusal(response: Response): Promise<CrmError> {
  const answer = (await response.json().catch(() => ({}))) as Refusal;
  const body = answer.code === undefined ? (refusedRow(answer) ?? answer) : answer;
  const kind = kinds[response.status] ?? (response.status >= 500 ? 'server' : 'refused');
  return new CrmError(
    kind,
    body.code ?? kind,
    body.detail ?? body.message ?? response.statusText,
    body.request_id,
    body.details ?? (body.errors === undefined ? {} : { errors: body.errors }),
  );
}
