import type { WriteRow } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { get, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';

interface Sharing {
  module: { api_name: string };
  share_type: string;
}

let t: TestApp;
beforeAll(async () => (t = await createTestApp()));
afterAll(() => t.close());

const SHARING = '/crm/v8/settings/data_sharing';
const sharing = async (token: string, module: string) =>
  (await get<{ data_sharing: Sharing[] }>(t, token, SHARING)).body.data_sharing.find(
    (one) => one.module.api_name === module,
  )?.share_type;

test('the organization names itself by what clients read first', async () => {
  const { body } = await get<{ org: object[] }>(t, await t.acme.token('guest'), '/crm/v2/org');
  expect(body.org).toMatchObject([
    {
      id: t.acme.orgId,
      zgid: t.acme.orgId,
      company_name: 'acme',
      primary_email: 'admin@acme.test',
      time_zone: 'Europe/Paris',
    },
  ]);
});

test('modules are made private or public by those who manage sharing', async () => {
  const [admin, agent, globex] = [await t.acme.token(), await t.acme.token('agent'), await t.globex.token()];
  const put = (token: string, ...rows: object[]) =>
    send<{ data_sharing?: WriteRow[] }>(t, token, 'PUT', SHARING, { data_sharing: rows });
  const leads = (type: string) => ({ share_type: type, module: { api_name: 'leads' } });
  expect((await put(agent, leads('private'))).status).toBe(403);
  const answer = await put(
    admin,
    leads('private'),
    leads('secret'),
    { share_type: 'public', module: { api_name: 'Nothing' } },
    { share_type: 'public' },
    { share_type: 'public', module: { api_name: 'Leads\u0000' } },
  );
  expect([answer.status, ...(answer.body.data_sharing ?? []).map(({ code }) => code)]).toEqual([
    207,
    'SUCCESS',
    'INVALID_DATA',
    'INVALID_DATA',
    'MANDATORY_NOT_FOUND',
    'INVALID_DATA',
  ]);
  expect([await sharing(admin, 'Leads'), await sharing(globex, 'Leads')]).toEqual(['private', 'public']);
});
