import type { Problem, RecordPage, WebForm, WebFormInput } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { sampleForm } from './testing/sample-form.js';

let t: TestApp;
let admin: string;
let input: WebFormInput;
let form: WebForm;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  input = await sampleForm(t, admin);
  form = (await send<WebForm>(t, admin, 'POST', '/v1/web-forms', input)).body;
});
afterAll(() => t.close());

const post = (values: Record<string, string>, key = form.key, headers: Record<string, string> = {}) =>
  t.app.http.inject({
    method: 'POST',
    url: `/v1/web-forms/${key}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(values).toString(),
  });
const leadsOf = async (email: string) =>
  ((await get<RecordPage | undefined>(t, admin, '/crm/v2/Leads')).body?.data ?? []).filter(
    (lead) => lead.Email === email,
  );

describe('a plain form', () => {
  test('without script thanks in the reader’s language, or goes where its owner says', async () => {
    const thanks = await post({ Last_Name: 'Plain', Email: 'plain@home.test' }, form.key, {
      'accept-language': 'fr-CH, fr;q=0.9',
    });
    expect([thanks.statusCode, thanks.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(thanks.body).toContain('<html lang="fr" dir="ltr">');
    expect(await leadsOf('plain@home.test')).toHaveLength(1);
    const other = await send<WebForm>(t, admin, 'POST', '/v1/web-forms', {
      ...input,
      return_url: 'https://shop.test/thanks',
    });
    const sent = await post({ Last_Name: 'Away', Email: 'away@home.test' }, other.body.key);
    expect([sent.statusCode, sent.headers.location]).toEqual([303, 'https://shop.test/thanks']);
    expect(await leadsOf('away@home.test')).toHaveLength(1);
  });

  test('takes nothing from a program that fills in the hidden field, and does not say so', async () => {
    const sent = await post({ Last_Name: 'Bot', Email: 'bot@home.test', crm_website: 'https://spam.test' });
    expect(sent.statusCode).toBe(200);
    expect(await leadsOf('bot@home.test')).toEqual([]);
  });

  test('beside the tracker is one lead, with the visit', async () => {
    const visitor = newVisitor();
    const values = { Last_Name: 'Both', Email: 'both@home.test' };
    await collect(t, t.acme, visitor, [
      view('https://shop.test/both'),
      { t: 'f', i: newVisitor().u, n: 'newsletter', q: Object.keys(values), w: values },
    ]);
    await post(values);
    await eventually(
      async () => {
        const [lead] = await leadsOf('both@home.test');
        return (await get<RecordPage | undefined>(t, admin, `/crm/v8/Leads/${lead?.id}/Visits?fields=id`))
          .body?.data.length;
      },
      (count) => count === 1,
    );
    expect(await leadsOf('both@home.test')).toHaveLength(1);
  });

  test('[VIS-137] of the older kind names the visitor, and calls its fields as people do', async () => {
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [
      view('https://shop.test/older'),
      // What the page tells the tracker beside it.
      { t: 'i', i: newVisitor().u, w: { name: 'Ada Byron', email: 'older@home.test' } },
    ]);
    await post({
      'Last Name': 'Byron',
      Email: 'older@home.test',
      Company: 'Engines',
      LDTuvid: visitor.u,
      xnQsjsdp: '0a1b',
    });
    const leads = () => leadsOf('older@home.test');
    const [lead] = await eventually(leads, ([one]) => one?.Company === 'Engines');
    expect(await leads()).toHaveLength(1);
    expect(lead).toMatchObject({ Last_Name: 'Byron', Company: 'Engines' });
    const visits = await get<RecordPage>(
      t,
      admin,
      `/crm/v8/Leads/${lead?.id}/Visits?fields=Visited_Page_URL`,
    );
    expect(visits.body.data.map((visit) => visit.Visited_Page_URL)).toEqual(['https://shop.test/older']);
  });

  test('of Zoho CRM makes the same with nothing but the host name changed', async () => {
    const field = (value: string) => `<input type='text' name='xmIwtLD' value='${value}'/>`;
    const make = (former: string, method: 'POST' | 'PUT' = 'POST', id = '') =>
      send<WebForm & Problem>(t, admin, method, `/v1/web-forms${id && `/${id}`}`, {
        ...input,
        former_code: former,
      });
    const older = (values: Record<string, string>) =>
      t.app.http.inject({
        method: 'POST',
        url: '/crm/WebToLeadForm',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ xnQsjsdp: '0a', xmIwtLD: 'f0e1d2c3', ...values }).toString(),
      });
    expect((await older({ 'Last Name': 'Early' })).statusCode).toBe(404);
    const made = await make(`<form><input name='xnQsjsdp' value='0a'/>${field('f0e1d2c3')}</form>`);
    expect(made.body.former_code).toBe('f0e1d2c3');
    const answer = await older({ 'Last Name': 'Hopper', Email: 'host@home.test' });
    expect([answer.statusCode, await leadsOf('host@home.test')]).toMatchObject([
      200,
      [{ Last_Name: 'Hopper' }],
    ]);
    expect((await older({ 'Last Name': 'Bot', Email: 'b@home.test', aG9uZXlwb3Q: 'x' })).statusCode).toBe(
      200,
    );
    expect(await leadsOf('b@home.test')).toEqual([]);
    const fault = ({ status, body }: { status: number; body: Problem }) => [status, body.errors?.[0]?.path];
    expect(fault(await make('<form></form>'))).toEqual([400, '/former_code']);
    expect(fault(await make('f0e1d2c3'))).toEqual([409, '/former_code']);
    // Who does not speak of it leaves it.
    const kept = await send<WebForm>(t, admin, 'PUT', `/v1/web-forms/${made.body.id}`, input);
    expect(kept.body.former_code).toBe('f0e1d2c3');
    expect((await make('', 'PUT', made.body.id)).body.former_code).toBeNull();
  });

  test('completes what the tracker has made of the same visitor, and of nobody else', async () => {
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [
      view('https://shop.test/quick'),
      { t: 'i', i: newVisitor().u, w: { name: 'Grace', email: 'grace@home.test' } },
    ]);
    const leads = () => leadsOf('grace@home.test');
    await eventually(leads, ({ length }) => length === 1);
    const stranger = newVisitor();
    await collect(t, t.acme, stranger, [view('https://shop.test/stranger')]);
    const written = { Last_Name: 'Grace', Email: 'grace@home.test' };
    await post({ ...written, Company: 'Navy', LDTuvid: visitor.u });
    await post({ ...written, Description: 'No secret', LDTuvid: visitor.u });
    await post({ ...written, No_of_Employees: '7' });
    expect((await leads())[0]).toMatchObject({
      Company: 'Navy',
      Description: 'No secret',
      No_of_Employees: null,
    });
  });

  test('has its code, in which nothing of the form is markup', async () => {
    const { body } = await send<WebForm>(t, admin, 'POST', '/v1/web-forms', {
      ...input,
      name: '<b>"',
      fields: [{ api_name: 'Last_Name', label: '<img src=x>', required: true }],
    });
    expect(body.code).toContain('aria-label="&lt;b&gt;&quot;"');
    expect(body.code).toContain('&lt;img src=x&gt;');
    expect(body.code).toContain(' data-crm-form');
    expect(body.code).toContain('data-portal="acme-portal"');
    expect(body.element_code).toContain(`<crm-web-form form-key="${body.key}">`);
  });
});
