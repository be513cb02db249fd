import type { CrmRecord } from '@crm-elements/contract';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually, get, send } from '../../testing/requests.js';
import { insert } from '../../testing/sales.js';
import { openTestApp, type TestApp } from '../../testing/test-app.js';
import { upload } from '../../testing/upload.js';

interface Answer {
  code: string;
  message: string;
  data?: unknown;
}

let t: TestApp;
let token: string;
let globex: string;
beforeAll(async () => ({ t, token, globex } = await openTestApp()));
afterAll(() => t.close());

const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(100, 1)]);
const newLead = async () => (await insert(t, token, 'Leads', [{ Last_Name: 'Seen' }]))[0]!;
const give = (lead: string, content: Buffer | string, as = token, module = 'Leads') =>
  upload<Answer>(t, as, `/crm/v8/${module}/${lead}/photo`, { file: { content, name: 'me.png' } });
const read = (lead: string, as = token) =>
  t.app.http.inject({ url: `/crm/v8/Leads/${lead}/photo`, headers: { authorization: `Bearer ${as}` } });
const image = async (lead: string) =>
  (await get<{ data: CrmRecord[] }>(t, token, `/crm/v8/Leads/${lead}`)).body.data[0]?.Record_Image;
const stored = () =>
  readdirSync(join(t.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length;

describe('the photo of a record', () => {
  test('is given, seen, replaced and taken away, and leaves no file behind', async () => {
    const lead = await newLead();
    expect((await read(lead)).statusCode).toBe(204);
    const { status, body } = await give(lead, png);
    expect([status, body]).toEqual([
      200,
      { code: 'SUCCESS', details: {}, message: 'photo uploaded successfully', status: 'success' },
    ]);
    const photo = await read(lead);
    expect(photo.rawPayload).toEqual(png);
    expect(photo.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    const first = await image(lead);
    expect(first).toMatch(/^\d+$/);
    await give(lead, Buffer.concat([png, png]));
    expect((await read(lead)).rawPayload).toHaveLength(2 * png.length);
    expect(await image(lead)).not.toBe(first);
    await send(t, token, 'PUT', `/crm/v8/Leads/${lead}`, { data: [{ Company: 'Same face' }] });
    expect((await read(lead)).statusCode).toBe(200);
    expect((await send(t, token, 'DELETE', `/crm/v8/Leads/${lead}/photo`)).status).toBe(200);
    expect([(await read(lead)).statusCode, await image(lead)]).toEqual([204, null]);
    expect((await send(t, token, 'DELETE', `/crm/v8/Leads/${lead}/photo`)).status).toBe(204);
    await give(lead, png);
    await send(t, token, 'DELETE', `/crm/v8/Leads/${lead}`);
    await eventually(
      async () => stored(),
      (count) => count === 0,
    );
  });

  test('is a picture, by its content, of at most 10 MB', async () => {
    const lead = await newLead();
    expect((await give(lead, '<svg xmlns="http://www.w3.org/2000/svg"/>')).body.code).toBe('INVALID_DATA');
    const large = await give(lead, Buffer.concat([png, Buffer.alloc(10 * 1_048_576)]));
    expect([large.status, large.body.code]).toEqual([413, 'FILE_SIZE_MORE_THAN_ALLOWED_SIZE']);
    expect([(await read(lead)).statusCode, stored()]).toEqual([204, 0]);
    const [deal = ''] = await insert(t, token, 'Deals', [{ Deal_Name: 'd', Stage: 'Qualification' }]);
    expect((await give(deal, png, token, 'Deals')).body.code).toBe('NOT_SUPPORTED');
  });

  test('goes with its custom module', async () => {
    await send(t, token, 'POST', '/crm/v8/settings/modules', {
      modules: [{ plural_label: 'Houses', singular_label: 'House' }],
    });
    const [house = ''] = await insert(t, token, 'Houses', [{ Name: 'Blue' }]);
    expect((await give(house, png, token, 'Houses')).status).toBe(200);
    await upload(t, token, `/crm/v8/Houses/${house}/Attachments`, {
      file: { content: 'plan', name: 'plan' },
    });
    expect(stored()).toBe(2);
    await send(t, token, 'DELETE', '/crm/v8/settings/modules/Houses');
    await eventually(
      async () => stored(),
      (count) => count === 0,
    );
  });

  test('follows the rights of its record', async () => {
    const lead = await newLead();
    await give(lead, png);
    const guest = await t.acme.token('guest');
    expect((await read(lead, guest)).statusCode).toBe(200);
    expect((await give(lead, png, guest)).body.code).toBe('NO_PERMISSION');
    expect((await send(t, guest, 'DELETE', `/crm/v8/Leads/${lead}/photo`)).status).toBe(403);
    expect((await read(lead, globex)).statusCode).toBe(204);
    expect((await give(lead, png, globex)).body.code).toBe('INVALID_DATA');
    expect((await send(t, globex, 'DELETE', `/crm/v8/Leads/${lead}/photo`)).status).toBe(400);
    expect((await read(lead)).rawPayload).toEqual(png);
  });
});
