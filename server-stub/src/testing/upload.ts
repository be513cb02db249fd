import { randomUUID } from 'node:crypto';
import type { TestApp } from './test-app.js';

interface Part {
  content: string | Buffer;
  /** Given for a file. */
  name?: string;
}

/** A multipart body, and the headers that announce it. */
function multipart(parts: Record<string, Part>): { headers: Record<string, string>; payload: Buffer } {
  const boundary = randomUUID();
  const pieces = Object.entries(parts).flatMap(([field, { content, name }]) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${field}"${name === undefined ? '' : `; filename="${name}"\r\ncontent-type: text/plain`}\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** Sends a multipart request with a user's token. The caller says what the answer is. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- an answer has no type of its own
export async function upload<T>(
  { app }: TestApp,
  token: string,
  url: string,
  parts: Record<string, Part>,
): Promise<{ status: number; body: T }> {
  const { headers, payload } = multipart(parts);
  const response = await app.http.inject({
    method: 'POST',
    url,
    headers: { ...headers, authorization: `Zoho-oauthtoken ${token}` },
    payload,
  });
  return { status: response.statusCode, body: (response.body ? response.json() : undefined) as T };
}
