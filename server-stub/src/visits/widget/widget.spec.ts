import type { EmbedCode, Problem, VisitorTracking } from '@crm-elements/contract';
import { Script } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

let t: TestApp;
let admin: string;
let path: string;
let code: EmbedCode;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
  path = `/v1/portals/${t.acme.portalId}/embed-codes`;
  code = (await send<EmbedCode>(t, admin, 'POST', path, { name: 'My Shop', show_chat_icon: false })).body;
});
afterAll(() => t.close());

/** What the script is told of the code that the address names; `null`: nobody has it. */
async function found(url: string): Promise<unknown> {
  const { statusCode, headers, body } = await t.app.http.inject(url);
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect(headers).toMatchObject({
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    'cache-control': expect.stringMatching(/^public, max-age=(60|300)$/) as unknown,
  });
  expect(() => new Script(body)).not.toThrow();
  expect(body).not.toContain('CRM_WIDGET');
  const [, told = 'undefined'] = /(\{"portal":[^}]*\}|\(null\))/.exec(body) ?? [];
  return told;
}
const follow = (former: string | null, id = code.id, token = admin) =>
  send<EmbedCode & Problem>(t, token, 'PATCH', `${path}/${id}`, { former_code: former });
const shop = () => JSON.stringify({ portal: code.key, chat: 'hidden' });
const none = '(null)';

test('the widget code is the public key of an embed code', async () => {
  expect(await found(`/widget?wc=${code.key}`)).toBe(shop());
  expect(await found('/widget?wc=acme-portal&plugin_source=wordpress')).toBe('{"portal":"acme-portal"}');
  expect(await found('/widget?wc=nobody')).toBe(none);
  expect(await found('/widget')).toBe('undefined');
});

test('the oldest codes name a portal and one of its codes', async () => {
  const { body } = await get<VisitorTracking>(t, admin, '/v1/visitor-tracking');
  const name = body.portals.find(({ id }) => id === t.acme.portalId)?.screen_name ?? '';
  expect(await found(`/${name}/float.ls?embedname=myshop`)).toBe(shop());
  expect(await found(`/${name.toUpperCase()}/float.ls?embedname=${code.key}`)).toBe(shop());
  expect(await found(`/${name}/float.ls`)).toBe('{"portal":"acme-portal"}');
  // The portal is known: a site does not go without, because its code is called otherwise here.
  expect(await found(`/${name}/float.ls?embedname=other`)).toBe('{"portal":"acme-portal"}');
  expect(await found(`/nobody/float.ls?embedname=myshop`)).toBe(none);
});

test('an embed code follows the code of SalesIQ that the site has', async () => {
  const pasted = `<script>var $zoho=$zoho||{};$zoho.salesiq=$zoho.salesiq||{widgetcode:"siq0a1b2c", values:{}};</script>`;
  expect((await follow(pasted)).body.former_code).toBe('siq0a1b2c');
  expect(await found('/widget?wc=siq0a1b2c')).toBe(shop());
  const oldest = await follow(`src='https://salesiq.zoho.com/Tarn/float.ls?embedname=Lamps'`);
  expect(oldest.body.former_code).toBe('tarn/lamps');
  expect(await found('/Tarn/float.ls?embedname=lamps')).toBe(shop());
  expect(await found('/widget?wc=siq0a1b2c')).toBe(none);
  expect((await follow('https://salesiq.zohopublic.eu/widget?wc=siq9')).body.former_code).toBe('siq9');
  expect((await follow(null)).body.former_code).toBeNull();
  expect(await found('/widget?wc=siq9')).toBe(none);
});

test('what is no code, or has been taken, is refused at the field', async () => {
  const fault = ({ status, body }: { status: number; body: Problem }) => [status, body.errors?.[0]?.path];
  expect(fault(await follow('<script>alert(1)</script>'))).toEqual([400, '/former_code']);
  await follow('siq-taken');
  const second = await send<EmbedCode>(t, admin, 'POST', path, { name: 'Second' });
  expect(fault(await follow('siq-taken', second.body.id))).toEqual([409, '/former_code']);
  const third = { name: 'Third', former_code: 'siq-taken' };
  expect(fault(await send<Problem>(t, admin, 'POST', path, third))).toEqual([409, '/former_code']);
  expect((await follow('siq-free', second.body.id)).body.former_code).toBe('siq-free');
});
