import type { SuppressedAddress } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { get, send } from '../testing/requests.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';

let t: TestApp;
let token: string;
let globex: string;
beforeAll(async () => ({ t, token, globex } = await openTestApp()));
afterAll(() => t.close());

interface Page {
  data: SuppressedAddress[];
  next_cursor: string | null;
}
const page = async (query = '', as = token) =>
  (await get<Page>(t, as, `/v1/suppressed-addresses?${query}`)).body;
const lift = async (address: string, as = token) =>
  (await send(t, as, 'DELETE', `/v1/suppressed-addresses/${encodeURIComponent(address)}`)).status;

test('administrators list suppressed addresses page by page and let them get mail again, each organization its own', async () => {
  await t.database.pool.query(
    `insert into mail_suppression (org_id, address, reason)
     select $1, name || '@x.test', 'recipient_refused' from unnest('{ann+crm,bob,cleo}'::text[]) name`,
    [t.acme.orgId],
  );
  const first = await page('limit=2');
  expect(first.data).toMatchObject([
    { address: 'ann+crm@x.test', reason: 'recipient_refused' },
    { address: 'bob@x.test' },
  ]);
  expect(Date.parse(first.data[0]?.created_at ?? '')).not.toBeNaN();
  const rest = await page(`limit=2&cursor=${encodeURIComponent(first.next_cursor ?? '')}`);
  expect(rest).toMatchObject({ data: [{ address: 'cleo@x.test' }], next_cursor: null });

  expect((await page('', globex)).data).toEqual([]);
  expect(await lift('bob@x.test', globex)).toBe(404);
  const agent = await t.acme.token('agent');
  expect((await get(t, agent, '/v1/suppressed-addresses')).status).toBe(403);
  expect(await lift('bob@x.test', agent)).toBe(403);

  expect(await lift('ANN+crm@x.test')).toBe(204);
  expect(await lift('ann+crm@x.test')).toBe(404);
  expect((await page()).data.map(({ address }) => address)).toEqual(['bob@x.test', 'cleo@x.test']);
});
