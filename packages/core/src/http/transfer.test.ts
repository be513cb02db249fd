import { assert, expect } from '@open-wc/testing';
import { createCrm } from '../client.js';
import { CrmError } from '../errors.js';

const UPLOAD = 'POST /crm/v8/:module/:id/Attachments';
const DOWNLOAD = 'GET /crm/v8/:module/:id/Attachments/:attachment';
const params = { module: 'Leads', id: '17' };
const file = new File(['hello'], 'note.txt');

/** Answers like a server, without one. */
class FakeRequest {
  static sent: { url: string; token: string; name: string }[] = [];
  static answer: (token: string) => { status: number; body: unknown } | undefined;
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  status = 0;
  responseText = '';
  #url = '';
  #token = '';
  open(_method: string, url: string) {
    this.#url = url;
  }
  setRequestHeader(_name: string, value: string) {
    this.#token = value.replace('Bearer ', '');
  }
  send(body: FormData) {
    FakeRequest.sent.push({ url: this.#url, token: this.#token, name: (body.get('file') as File).name });
    const answer = FakeRequest.answer(this.#token);
    this.upload.onprogress?.({ loaded: 1, total: 2 });
    if (!answer) return;
    this.status = answer.status;
    this.responseText = JSON.stringify(answer.body);
    this.onload?.();
    this.onloadend?.();
  }
  abort() {
    this.onabort?.();
    this.onloadend?.();
  }
}

describe('transfers', () => {
  const [realRequest, realFetch] = [globalThis.XMLHttpRequest, globalThis.fetch];
  const tokens = ['old', 'new'];
  let given = 0;
  const client = () => createCrm({ baseUrl: 'http://crm.test', getToken: () => tokens[given++] ?? 'new' });

  beforeEach(() => {
    given = 0;
    FakeRequest.sent = [];
    globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
  });
  afterEach(() => {
    globalThis.XMLHttpRequest = realRequest;
    globalThis.fetch = realFetch;
  });

  it('an upload tells how far it is and renews an expired token once', async () => {
    FakeRequest.answer = (token) =>
      token === 'new' ? { status: 200, body: { data: [{ code: 'SUCCESS' }] } } : { status: 401, body: {} };
    const parts: number[] = [];
    const answer = await client().upload(
      UPLOAD,
      { params, file },
      { onProgress: (part) => parts.push(part) },
    );
    assert.deepEqual(answer as unknown, { data: [{ code: 'SUCCESS' }] });
    expect(parts).to.include(0.5);
    assert.deepEqual(
      FakeRequest.sent.map(({ token, name }) => `${token} ${name}`),
      ['old note.txt', 'new note.txt'],
    );
    assert.equal(FakeRequest.sent[0]?.url, 'http://crm.test/crm/v8/Leads/17/Attachments');
  });

  it('a refusal is an error with its code', async () => {
    FakeRequest.answer = () => ({ status: 413, body: { code: 'FILE_SIZE_MORE_THAN_ALLOWED_SIZE' } });
    const error = await client()
      .upload(UPLOAD, { params, file })
      .catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(CrmError);
    assert.equal((error as CrmError).code, 'FILE_SIZE_MORE_THAN_ALLOWED_SIZE');
  });

  it('an upload can be cancelled', async () => {
    const controller = new AbortController();
    FakeRequest.answer = () => undefined;
    const sent = client()
      .upload(UPLOAD, { params, file }, { signal: controller.signal, onProgress: () => controller.abort() })
      .catch((thrown: unknown) => thrown);
    assert.equal(((await sent) as Error).name, 'AbortError');
  });

  it('a download gives the bytes, and an error where there are none', async () => {
    globalThis.fetch = async () => new Response('bytes');
    const blob = await client().download(DOWNLOAD, { params: { ...params, attachment: '1' } });
    assert.equal(await blob.text(), 'bytes');
    globalThis.fetch = () => Promise.reject(new TypeError('no network'));
    const error = await client()
      .download(DOWNLOAD, { params: { ...params, attachment: '1' } })
      .catch((thrown: unknown) => thrown);
    assert.equal((error as CrmError).kind, 'offline');
  });
});
