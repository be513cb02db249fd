import type { PortalSettings, RecordPage } from '@crm-elements/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { get, newVisitor, send } from '../../testing/requests.js';
import { createTestApp, type TestApp } from '../../testing/test-app.js';
import { openVisitOffice } from '../../testing/visits.js';

let t: TestApp;
let token: string;
beforeAll(async () => {
  t = await createTestApp();
  token = await t.acme.token();
});
afterAll(() => t.close());

test('[VIS-92] [VIS-93] [VIS-27] the visits of a lead, and those of one portal', async () => {
  const { body: portal } = await send<PortalSettings>(t, token, 'POST', '/v1/portals', {
    name: 'Second shop',
    allowed_origins: ['loopback'],
  });
  const second = { ...t.acme, portalId: portal.id, key: portal.embed_codes[0]?.key ?? '' };
  const [one, other] = [openVisitOffice(t, token), openVisitOffice(t, token, second)];
  const email = 'mia@two.test';
  const id = await one.visit('here', { email, referrer: 'https://www.bing.com/search?q=x', minutes: 3 });
  await other.visit('there', { email, visitor: newVisitor() });
  const { id: lead } = (await one.read(id)).Visited_By as { id: string };
  const list = async (query: string) =>
    (
      await get<RecordPage>(
        t,
        token,
        `/crm/v8/Leads/${lead}/Visits?fields=IP_Address,Visited_Page,Time_Spent_Minutes,Referrer,Search_Engine&${query}`,
      )
    ).body.data;
  expect((await list('')).map(({ Visited_Page }) => Visited_Page)).toEqual(['there', 'here']);
  expect(await list(`portal_id=${t.acme.portalId}`)).toEqual([
    {
      id,
      IP_Address: '127.0.0.1',
      Visited_Page: 'here',
      Time_Spent_Minutes: 3,
      Referrer: 'https://www.bing.com/search?q=x',
      Search_Engine: 'Bing',
    },
  ]);
  expect(await one.pages(`portal_id=${portal.id}`)).toEqual(['there']);
  expect(await one.pages(`portal_id=${portal.id}&sort_by=Time_Spent_Minutes`)).toEqual(['there']);
});
