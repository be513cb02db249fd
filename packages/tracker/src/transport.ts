type Send<R> = (url: string, init: RequestInit) => R;

/** Bytes have no content type: the request is shorter and no preflight is due. */
const bytes = (json: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(json);

const sendBy = <R>(send: Send<R>, url: string, json: string, more: RequestInit): R =>
  send(url, { method: 'POST', body: bytes(json), credentials: 'omit', referrerPolicy: 'no-referrer', ...more });

/** Sends at once, and outlives the page. */
export const post = (url: string, json: string): Promise<Response> =>
  sendBy(fetch, url, json, { keepalive: true });

/**
 * Hands the browser what to send when the page ends, however it ends.
 *
 * @throws where the browser cannot
 */
export const postLater = (url: string, json: string, signal: AbortSignal): unknown =>
  sendBy((window as unknown as { fetchLater: Send<unknown> }).fetchLater, url, json, { signal });

/** Sends while the page goes away, where the browser has no `fetchLater`. */
export const beacon = (url: string, json: string): boolean => navigator.sendBeacon(url, bytes(json));
