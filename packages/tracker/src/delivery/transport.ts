type FetchLater = (url: string, init: RequestInit) => unknown;

/** Bytes have no content type: the request is shorter and no preflight is due. */
const bytes = (json: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(json);

/** A request to collect, for `fetch` and `fetchLater`. */
export const request = (json: string): RequestInit => ({
  method: 'POST',
  body: bytes(json),
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
});

/**
 * Hands the browser what to send when the page ends, however it ends; until then it can be aborted.
 *
 * @throws where the browser cannot
 */
export const postLater = (url: string, json: string): AbortController => {
  const controller = new AbortController();
  const { fetchLater } = window as unknown as { fetchLater: FetchLater };
  fetchLater(url, { ...request(json), signal: controller.signal });
  return controller;
};

/** Sends while the page goes away, where the browser has no `fetchLater`. */
export const beacon = (url: string, json: string): boolean => navigator.sendBeacon(url, bytes(json));
