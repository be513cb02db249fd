import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../server-stub/src/testing/test-app.js';
import { openVendorSdk, type VendorSdk } from './vendor-sdk.mjs';

let t: TestApp;
let sdk: VendorSdk;
let lead: string;

beforeAll(async () => {
  t = await createTestApp();
  sdk = await openVendorSdk({
    origin: await t.origin(),
    clientId: 'acme',
    clientSecret: 'acme',
    refreshToken: 'acme-admin',
  });
});
afterAll(async () => {
  sdk.close();
  await t.close();
});

describe('the vendor’s SDK, pointed here by its addresses alone', () => {
  it('creates, reads, updates and lists records', async () => {
    const values = { Last_Name: 'Lovelace', First_Name: 'Ada', Company: 'Engines', Email: 'ada@home.test' };
    const created = await sdk.create('Leads', values);
    expect(created).toMatchObject({ status: 201, code: 'SUCCESS' });
    lead = String(created.details.id);
    expect(await sdk.get('Leads', lead, Object.keys(values))).toEqual(values);
    expect(await sdk.update('Leads', lead, { First_Name: 'Augusta' })).toMatchObject({ code: 'SUCCESS' });
    await sdk.create('Leads', { Last_Name: 'Hopper', Company: 'Navy' });
    const { rows, more } = await sdk.list('Leads', ['First_Name', 'Last_Name'], 1);
    expect(rows).toEqual([{ First_Name: null, Last_Name: 'Hopper' }]);
    expect(more).toBe(true);
  });

  it('is told what is wrong with a row', async () => {
    const refused = await sdk.create('Leads', { Company: 'Nobody' });
    expect(refused).toMatchObject({ status: 400, code: 'MANDATORY_NOT_FOUND' });
    expect(refused.details).toMatchObject({ api_name: 'Last_Name' });
  });

  it('updates what is there and inserts what is not', async () => {
    const values = { Last_Name: 'King', Company: 'Engines', Email: 'ada@home.test' };
    const updated = await sdk.upsert('Leads', values, ['Email']);
    expect([updated.action, String(updated.details.id)]).toEqual(['update', lead]);
    const inserted = await sdk.upsert('Leads', { ...values, Email: 'other@home.test' }, ['Email']);
    expect(inserted.action).toBe('insert');
  });

  it('searches by criteria', async () => {
    const rows = await sdk.search('Leads', '((Last_Name:equals:King)and(First_Name:equals:Augusta))', [
      'Email',
    ]);
    expect(rows).toEqual([{ Email: 'ada@home.test' }]);
    expect(await sdk.search('Leads', '(Last_Name:equals:Nobody)', ['Email'])).toEqual([]);
  });

  it('asks in COQL', async () => {
    const query = "select Last_Name, Email from Leads where Email = 'ada@home.test' limit 5";
    expect(await sdk.coql(query, ['Last_Name', 'Email'])).toEqual([
      { Last_Name: 'King', Email: 'ada@home.test' },
    ]);
  });

  it('writes notes', async () => {
    expect(await sdk.addNote('Leads', lead, 'Called', 'They answered.')).toMatchObject({ code: 'SUCCESS' });
    expect(await sdk.notes()).toEqual([['Called', 'They answered.']]);
  });

  it('attaches, lists, downloads and removes files', async () => {
    const attached = await sdk.attach('Leads', lead, 'plan.txt', 'A plan.');
    expect(attached).toMatchObject({ status: 200, code: 'SUCCESS' });
    const id = String(attached.details.id);
    expect(await sdk.attachments('Leads', lead)).toEqual(['plan.txt']);
    expect(await sdk.download('Leads', lead, id)).toBe('A plan.');
    expect(await sdk.detach('Leads', lead, id)).toMatchObject({ code: 'SUCCESS' });
    expect(await sdk.attachments('Leads', lead)).toEqual([]);
  });

  it('tags records', async () => {
    expect(await sdk.addTag('Leads', lead, 'pioneer')).toMatchObject({ code: 'SUCCESS' });
    expect(await sdk.tags('Leads')).toContain('pioneer');
  });

  it('reads who is there and what there is', async () => {
    expect((await sdk.users()).length).toBeGreaterThan(0);
    expect(await sdk.modules()).toEqual(expect.arrayContaining(['Leads', 'Contacts', 'Accounts', 'Deals']));
  });

  it('removes records', async () => {
    expect(await sdk.remove('Leads', lead)).toMatchObject({ code: 'SUCCESS' });
    expect(await sdk.get('Leads', lead, ['Email'])).toBeUndefined();
  });
});
