import type { RecordPage, WriteRow } from '@crm-elements/contract';
import { createServer } from 'node:http';
import { readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { eventually, get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { upload } from '../../testing/upload.js';

interface Answer {
  data: WriteRow[];
  code?: string;
  details?: Record<string, unknown>;
}

let t: TestApp;
let admin: string;
let globex: string;
beforeAll(async () => {
  t = await createTestApp({ outboundAllow: ['localhost'] });
  [admin, globex] = [await t.acme.token(), await t.globex.token()];
});
afterAll(() => t.close());

const newLead = async () => {
  const { body } = await send<Answer>(t, admin, 'POST', '/crm/v8/Leads', { data: [{ Last_Name: 'Filed' }] });
  return String(body.data[0]?.details.id);
};
const attachTo = (lead: string, content: string | Buffer, name = 'note.txt', token = admin) =>
  upload<Answer>(t, token, `/crm/v8/Leads/${lead}/Attachments`, { file: { content, name } });
const idOf = ({ body }: { body: Answer }) => String(body.data[0]?.details.id);
const download = (lead: string, id: string, token = admin) =>
  t.app.http.inject({
    url: `/crm/v8/Leads/${lead}/Attachments/${id}`,
    headers: { authorization: `Bearer ${token}` },
  });
const list = (lead: string, token = admin) =>
  get<RecordPage>(
    t,
    token,
    `/crm/v8/Leads/${lead}/Attachments?fields=File_Name,Size,Parent_Id,$file_id,$link_url`,
  );
/** Names of all stored files. */
const stored = () =>
  readdirSync(join(t.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );

describe('attachments', () => {
  test('are uploaded, listed, downloaded as they were and deleted', async () => {
    const lead = await newLead();
    const content = Buffer.from('<script>alert(1)</script>\0\xff', 'latin1');
    const answer = await attachTo(lead, content, 'été "1".html');
    expect(answer.status).toBe(200);
    expect(answer.body.data[0]).toMatchObject({
      code: 'SUCCESS',
      message: 'attachment uploaded successfully',
      details: { Created_By: { id: t.acme.users.admin } },
    });
    const id = idOf(answer);
    expect((await list(lead)).body.data).toMatchObject([
      { id, Size: String(content.length), Parent_Id: { id: lead, name: 'Filed' }, $link_url: null },
    ]);
    const file = await download(lead, id);
    expect(file.rawPayload).toEqual(content);
    expect(file.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(file.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''%C3%A9t%C3%A9/);
    const gone = await send<Answer>(t, admin, 'DELETE', `/crm/v8/Leads/${lead}/Attachments/${id}`);
    expect([gone.status, gone.body.data[0]?.message]).toEqual([200, 'record deleted']);
    expect((await list(lead)).status).toBe(204);
    expect((await download(lead, id)).statusCode).toBe(400);
  });

  test('leave nothing behind in the store when they or their record are deleted', async () => {
    await eventually(
      async () => stored().length,
      (count) => count === 0,
    );
    const lead = await newLead();
    const note = await send<Answer>(t, admin, 'POST', `/crm/v8/Leads/${lead}/Notes`, {
      data: [{ Note_Content: 'with a file' }],
    });
    await attachTo(lead, 'one');
    await upload(t, admin, `/crm/v8/Notes/${idOf(note)}/Attachments`, {
      file: { content: 'two', name: 'b' },
    });
    expect(stored()).toHaveLength(2);
    await send(t, admin, 'DELETE', `/crm/v8/Leads/${lead}`);
    await eventually(
      async () => stored().length,
      (count) => count === 0,
    );
  });

  test('are refused over 20 MB, and kept up to it', async () => {
    const lead = await newLead();
    const whole = Buffer.alloc(20 * 1_048_576, 7);
    const kept = await attachTo(lead, whole);
    expect(kept.status).toBe(200);
    expect((await download(lead, idOf(kept))).rawPayload.equals(whole)).toBe(true);
    const refused = await attachTo(lead, Buffer.concat([whole, Buffer.from('x')]));
    expect([refused.status, refused.body.code, refused.body.details]).toEqual([
      413,
      'FILE_SIZE_MORE_THAN_ALLOWED_SIZE',
      { maximum_size: '20 MB' },
    ]);
    expect((await list(lead)).body.data).toHaveLength(1);
  });

  test('are fetched from an address, but not from a private one', async () => {
    const server = createServer((request, answer) => {
      answer.statusCode = request.url === '/files/offer.pdf' ? 200 : 404;
      answer.end('an offer');
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const lead = await newLead();
    const fetchFrom = (url: string) =>
      send<Answer>(
        t,
        admin,
        'POST',
        `/crm/v8/Leads/${lead}/Attachments?attachmentUrl=${encodeURIComponent(url)}`,
      );
    const url = `http://localhost:${port}/files/offer.pdf`;
    const answer = await fetchFrom(url);
    expect(answer.status).toBe(200);
    expect((await list(lead)).body.data[0]).toMatchObject({ File_Name: 'offer.pdf', $link_url: url });
    expect((await download(lead, idOf(answer))).body).toBe('an offer');
    for (const bad of [
      `http://127.0.0.1:${port}/files/offer.pdf`,
      `http://localhost:${port}/nothing`,
      'file:///etc/passwd',
      'nonsense',
    ]) {
      const { status, body } = await fetchFrom(bad);
      expect([status, body.code, body.details?.param_name]).toEqual([400, 'INVALID_DATA', 'attachmentUrl']);
    }
  });

  test('a body without a file, or a broken one, is refused', async () => {
    const lead = await newLead();
    const url = `/crm/v8/Leads/${lead}/Attachments`;
    expect((await upload<Answer>(t, admin, url, { other: { content: 'x' } })).body.code).toBe(
      'REQUIRED_PARAM_MISSING',
    );
    expect((await send<Answer>(t, admin, 'POST', url, { file: 'x' })).body.code).toBe(
      'REQUIRED_PARAM_MISSING',
    );
    for (const [type, payload] of [
      ['multipart/form-data', 'x'],
      [
        'multipart/form-data; boundary=b',
        '--b\r\ncontent-disposition: form-data; name="file"; filename="f"\r\n\r\ncut',
      ],
    ]) {
      const answer = await t.app.http.inject({
        method: 'POST',
        url,
        headers: { authorization: `Bearer ${admin}`, 'content-type': type! },
        payload: payload!,
      });
      expect(answer.statusCode, `${type} ${answer.body}`).toBe(400);
    }
    expect((await list(lead)).status).toBe(204);
  });

  test('follow the rights of their record', async () => {
    const lead = await newLead();
    const id = idOf(await attachTo(lead, 'secret'));
    const guest = await t.acme.token('guest');
    expect((await download(lead, id, guest)).statusCode).toBe(200);
    expect((await attachTo(lead, 'x', 'x', guest)).body.code).toBe('NO_PERMISSION');
    expect(
      (await send<Answer>(t, guest, 'DELETE', `/crm/v8/Leads/${lead}/Attachments/${id}`)).body.code,
    ).toBe('NO_PERMISSION');
    expect((await download(lead, id, globex)).statusCode).toBe(400);
    expect((await list(lead, globex)).status).toBe(204);
    expect((await attachTo(lead, 'x', 'x', globex)).status).toBe(400);
    const theirs = await send<Answer>(t, globex, 'POST', '/crm/v8/Leads', { data: [{ Last_Name: 'Other' }] });
    expect((await download(idOf(theirs), id, globex)).statusCode).toBe(400);
    expect((await download(lead, id)).body).toBe('secret');
  });
});
