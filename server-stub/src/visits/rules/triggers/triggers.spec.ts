import type { CollectAnswer, CollectCommand, CollectEvent, TriggerRule } from '@crm-elements/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, eventually, get, newVisitor, send, view, type Visitor } from '../../../testing/requests.js';
import { clientId, createTestApp, type TestApp } from '../../../testing/test-app.js';

let t: TestApp;
let admin: string;
beforeAll(async () => {
  t = await createTestApp();
  admin = await t.acme.token();
});
afterAll(() => t.close());

async function setTriggers(...rules: Partial<TriggerRule>[]): Promise<void> {
  const path = `/v1/portals/${t.acme.portalId}/triggers`;
  const { revision } = (await get<{ revision: number }>(t, admin, path)).body;
  const full = rules.map((rule, index) => ({
    name: `Trigger ${index}`,
    active: true,
    criteria: null,
    action: { type: 'invite', text: `Hello ${index}` },
    delay: 0,
    once_per: 'visit',
    ...rule,
  }));
  expect((await send(t, admin, 'PUT', path, { rules: full, revision })).status).toBe(200);
}

/** A page that beats as a visible one does, only faster. */
async function beat(visitor: Visitor): Promise<CollectCommand[]> {
  const answer = await collect(t, t.acme, visitor, [{ t: 'g', i: clientId(), m: 0, d: 0 }]);
  return answer.json<CollectAnswer>().c ?? [];
}
const commanded = (visitor: Visitor) =>
  eventually(
    () => beat(visitor),
    (commands) => commands.length > 0,
  );
const page = (visitor: Visitor, path: string, ...more: CollectEvent[]) =>
  collect(t, t.acme, visitor, [view(`https://shop.test/${path}`), ...more]);

describe('triggers', () => {
  test('[VIS-116] [VIS-125] [VIS-126] do their action on the page of who meets the criteria, with their delay', async () => {
    await setTriggers(
      { criteria: '(Page_URL:contains:products)', delay: 7, action: { type: 'invite', text: 'May I help?' } },
      { criteria: '(Page_URL:contains:nowhere)' },
      { active: false },
    );
    const [looking, other] = [newVisitor(), newVisitor()];
    await page(other, 'about');
    await page(looking, 'products/dune');
    expect(await commanded(looking)).toEqual([
      { n: 1, t: 'page', name: 'crm.invite', data: { text: 'May I help?', after: 7 } },
    ]);
    expect(await beat(other)).toEqual([]);
  });

  test('fire once in a visit, or once for a visitor', async () => {
    await setTriggers(
      { action: { type: 'open_chat' }, once_per: 'visit' },
      { action: { type: 'launcher', effect: 'animate' }, once_per: 'visitor' },
    );
    const visitor = newVisitor();
    await page(visitor, 'a');
    expect((await commanded(visitor)).map(({ name }) => name)).toEqual(['crm.open', 'crm.launcher']);
    await page(visitor, 'b');
    const next = { ...visitor, s: clientId() };
    await page(next, 'c');
    expect((await commanded(next)).map(({ name }) => name)).toEqual(['crm.open']);
    expect(await beat(visitor)).toHaveLength(2);
  });

  test('[VIS-115] see custom events of the page', async () => {
    await setTriggers({
      criteria: '(Last_Event:equals:basket left)',
      action: { type: 'page', name: 'offer', data: { percent: 10 } },
    });
    const visitor = newVisitor();
    await page(visitor, 'basket');
    await collect(t, t.acme, visitor, [{ t: 'e', i: clientId(), n: 'basket left' }]);
    expect(await commanded(visitor)).toEqual([{ n: 1, t: 'page', name: 'offer', data: { percent: 10 } }]);
  });

  test('see time pass without a further page', async () => {
    await setTriggers({ criteria: '(Seconds_On_Page:greater_than:1)', action: { type: 'open_chat' } });
    const visitor = newVisitor();
    const began = Date.now();
    await page(visitor, 'slow');
    expect((await commanded(visitor)).map(({ name }) => name)).toEqual(['crm.open']);
    expect(Date.now() - began).toBeGreaterThanOrEqual(2_000);
  });

  test('send a callback when its time on the page has come', async () => {
    await setTriggers({ delay: 1, action: { type: 'page', name: 'later' } });
    const visitor = newVisitor();
    const began = Date.now();
    await page(visitor, 'slow');
    expect((await commanded(visitor)).map(({ name }) => name)).toEqual(['later']);
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  });
});
