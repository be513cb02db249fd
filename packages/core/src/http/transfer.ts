import type { Api, RouteKey } from '@crm-elements/contract';
import { address, cannotSignIn, type ApiOptions } from './api.js';
import { CrmError, readRefusal } from '../errors.js';

/** Routes that take a file. */
type UploadKey = Extract<RouteKey, 'POST /crm/v8/:module/:id/Attachments' | 'POST /crm/v8/:module/:id/photo'>;
/** Routes that answer a file. */
type DownloadKey = Extract<
  RouteKey,
  'GET /crm/v8/:module/:id/Attachments/:attachment' | 'GET /crm/v8/:module/:id/photo'
>;

/** How one follows and ends a transfer. */
export interface Progress {
  /** @param part what is sent, from 0 to 1 */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

/** @throws {CrmError}; a `DOMException` named `AbortError` when the signal ended it */
export type Upload = (
  key: UploadKey,
  given: { params: Api[UploadKey]['input']['params']; file: Blob; name?: string },
  progress?: Progress,
) => Promise<Api[UploadKey]['output']>;

/** @throws {CrmError} */
export type Download = (
  key: DownloadKey,
  given: { params: Api[DownloadKey]['input']['params'] },
) => Promise<Blob>;

type Options = Pick<ApiOptions, 'baseUrl' | 'tokens'>;

/** Sends; once more with another token where the first one has expired. */
async function withToken({ tokens }: Options, send: (token: string) => Promise<Response>): Promise<Response> {
  const token = await tokens.current().catch(cannotSignIn);
  const response = await send(token);
  const last = response.status === 401 ? await send(await tokens.renew(token).catch(cannotSignIn)) : response;
  if (!last.ok) throw await readRefusal(last);
  return last;
}

const addressOf = (baseUrl: string, key: string, params: unknown) =>
  address(baseUrl, key.split(' ')[1] ?? '', { params: params as Record<string, string> });

const createUpload =
  (options: Options): Upload =>
  async (key, { params, file, name }, progress = {}) => {
    const body = new FormData();
    body.append('file', file, name ?? (file instanceof File ? file.name : 'file'));
    const url = addressOf(options.baseUrl, key, params);
    const response = await withToken(options, (token) => post(url, token, body, progress));
    return response.json() as ReturnType<Upload>;
  };

const createDownload =
  (options: Options): Download =>
  async (key: string, { params }: { params: unknown }) => {
    const url = addressOf(options.baseUrl, key, params);
    const response = await withToken(options, (token) =>
      fetch(url, { headers: { authorization: `Bearer ${token}` }, credentials: 'omit' }).catch(offline),
    );
    return response.blob();
  };

export const createTransfers = (options: Options) => ({
  upload: createUpload(options),
  download: createDownload(options),
});

function offline(error: unknown): never {
  throw new CrmError('offline', 'offline', (error as Error).message);
}

/** `fetch` cannot tell how much has been sent. */
function post(
  url: string,
  token: string,
  body: FormData,
  { onProgress, signal }: Progress,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const settle = () => signal?.removeEventListener('abort', abort);
    request.open('POST', url);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(new Response(request.responseText || null, { status: request.status }));
    request.onerror = () => reject(new CrmError('offline', 'offline', 'the upload was cut off'));
    request.onabort = () => reject(new DOMException('the upload was cancelled', 'AbortError'));
    request.onloadend = settle;
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    else request.send(body);
  });
}
