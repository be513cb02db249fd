import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../server-stub/src/testing/test-app.js';
import { openV2Client, type V2Client } from './v2-client.mjs';

let t: TestApp;
let client: V2Client;

beforeAll(async () => {
  t = await createTestApp();
  client = await openV2Client({
    origin: await t.origin(),
    clientId: 'acme',
    clientSecret: 'acme',
    refreshToken: 'acme-admin',
    email: 'admin@acme.test',
  });
});
afterAll(async () => {
  client.close();
  await t.close();
});

it('a client of API v2 makes its round through the records', async () => {
  const values = { Last_Name: 'Lovelace', Company: 'Engines', Email: 'ada@home.test' };
  const created = await client.create('Leads', values);
  expect(created.code).toBe('SUCCESS');
  const id = String(created.details.id);
  expect(await client.get('Leads', id, Object.keys(values))).toEqual(values);
  expect((await client.update('Leads', id, { Last_Name: 'King' })).code).toBe('SUCCESS');
  expect(await client.list('Leads', ['Last_Name'])).toEqual([{ Last_Name: 'King' }]);
  expect(await client.search('Leads', '(Last_Name:equals:King)', ['Email'])).toEqual([
    { Email: 'ada@home.test' },
  ]);
  expect(await client.coql("select Last_Name from Leads where Last_Name = 'King'", ['Last_Name'])).toEqual([
    { Last_Name: 'King' },
  ]);
  expect((await client.addNote('Leads', id, 'Called', 'They answered.')).code).toBe('SUCCESS');
  const attached = await client.attach('Leads', id, 'plan.txt', 'A plan.');
  expect(attached.code).toBe('SUCCESS');
  expect(await client.attachments('Leads', id)).toEqual(['plan.txt']);
  expect(await client.download('Leads', id, String(attached.details.id))).toBe('A plan.');
  expect((await client.addTag('Leads', id, 'pioneer')).code).toBe('SUCCESS');
  expect((await client.remove('Leads', id)).code).toBe('SUCCESS');
  expect(await client.get('Leads', id, ['Email'])).toBeUndefined();
});
