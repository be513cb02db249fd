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
    /** What the API says beside the code, such as the field that is wrong: `api_name`, `json_path`. */
    readonly details: Readonly<Record<string, unknown>> = {},
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

interface Refusal {
  code?: string;
  detail?: string;
  message?: string;
  request_id?: string;
  details?: Record<string, unknown>;
}

/** A write that was refused answers with its rows, such as `{data: [row]}`: the first stands for all. */
function refusalIn(body: Refusal): Refusal {
  if (body.code !== undefined) return body;
  const rows = Object.values(body).find((value): value is Refusal[] => Array.isArray(value)) ?? [];
  return rows.find(({ code }) => code !== 'SUCCESS') ?? body;
}

/** Reads the refusal of either dialect: `{code, detail}`, `{code, message}` or the rows of a write. */
export async function readRefusal(response: Response): Promise<CrmError> {
  const body = refusalIn((await response.json().catch(() => ({}))) as Refusal);
  const kind = kinds[response.status] ?? (response.status >= 500 ? 'server' : 'refused');
  return new CrmError(
    kind,
    body.code ?? kind,
    body.detail ?? body.message ?? response.statusText,
    body.request_id,
    body.details,
  );
}
