import {
  visitorNoticesRoom,
  type JoinAnswer,
  type LiveEvent,
  type OnlineVisitorPage,
  type RoutingRule,
  type RoutingRules,
  type VisitorNotice,
  type VisitorTracking,
} from '@crm-elements/contract';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { connectLive } from '../../../testing/live.js';
import { collect, eventually, get, newVisitor, send, view } from '../../../testing/requests.js';
import { insert } from '../../../testing/sales.js';
import { clientId, createTestApp, type TestApp } from '../../../testing/test-app.js';

type User = keyof TestApp['acme']['users'];

let t: TestApp;
const tokens = new Map<User, string>();
beforeAll(async () => {
  t = await createTestApp();
  for (const user of ['admin', 'agent', 'manager', 'rep'] as const)
    tokens.set(user, await t.acme.token(user));
});
afterAll(() => t.close());
beforeEach(async () => {
  await configure({ visitor_notifications: true, user_ids: [t.acme.users.agent, t.acme.users.manager] });
  await route([], true);
});

const token = (user: User) => tokens.get(user) ?? '';
const configure = (changes: object) =>
  send(t, token('admin'), 'PATCH', `/v1/portals/${t.acme.portalId}`, changes);

async function route(rules: Partial<RoutingRule>[], routeRest: boolean): Promise<void> {
  const path = `/v1/portals/${t.acme.portalId}/routing-rules`;
  const { revision } = (await get<RoutingRules>(t, token('admin'), path)).body;
  const full = rules.map((rule, index) => ({
    name: `Rule ${index}`,
    active: true,
    criteria: null,
    route_to: 'all',
    action: 'notify',
    user_ids: [],
    group_ids: [],
    ...rule,
  }));
  const { status } = await send(t, token('admin'), 'PUT', path, {
    rules: full,
    route_rest: routeRest,
    revision,
  });
  expect(status).toBe(200);
}

interface Notices {
  data: VisitorNotice[];
  notifies: boolean;
  seq: number;
}
const notices = async (user: User, since = 0) =>
  (await get<Notices>(t, token(user), `/v1/visitor-notices?since=${since}`)).body;
const told = async (user: User) => (await notices(user)).data.map(({ visitor }) => visitor.page.url);

let pages = 0;
const newUrl = (path = 'page') => `https://shop.test/${path}/${++pages}`;

/** Users of these who are told of a visit, when everything before a later visit was handled. */
async function whoIsTold(url: string, ...users: User[]): Promise<User[]> {
  const last = newUrl('last');
  await collect(t, t.globex, newVisitor(), [view(last)]);
  const globex = await t.globex.token('agent');
  await eventually(
    () => get<Notices>(t, globex, '/v1/visitor-notices?since=0'),
    ({ body }) => body.data.some(({ visitor }) => visitor.page.url === last),
  );
  const lists = await Promise.all(users.map(async (user) => [user, await told(user)] as const));
  return lists.filter(([, urls]) => urls.includes(url)).map(([user]) => user);
}

describe('routing', () => {
  test('[VIS-16] [VIS-97] [VIS-106] tells all agents of the portal of who meets no rule', async () => {
    const url = newUrl();
    await collect(t, t.acme, newVisitor(), [view(url)]);
    expect(await whoIsTold(url, 'admin', 'agent', 'manager', 'rep')).toEqual(['agent', 'manager']);
    await route([], false);
    const next = newUrl();
    await collect(t, t.acme, newVisitor(), [view(next)]);
    expect(await whoIsTold(next, 'agent', 'manager')).toEqual([]);
  });

  test('[VIS-101] [VIS-103] [VIS-104] tells whom the first rule names that the visitor meets', async () => {
    await route(
      [
        { criteria: '(Page_URL:contains:products)', active: false, route_to: 'nobody' },
        { criteria: '(Page_URL:contains:products)', route_to: 'named', user_ids: [t.acme.users.rep] },
        { criteria: '(Returning:equals:false)', route_to: 'all' },
        { criteria: null, route_to: 'nobody' },
      ],
      true,
    );
    const [product, other] = [newUrl('products'), newUrl()];
    await collect(t, t.acme, newVisitor(), [view(product)]);
    await collect(t, t.acme, newVisitor(), [view(other)]);
    expect(await whoIsTold(product, 'agent', 'manager', 'rep')).toEqual(['rep']);
    expect(await whoIsTold(other, 'agent', 'manager', 'rep')).toEqual(['agent', 'manager']);
  });

  test('[VIS-100] follows a visitor who comes to meet a rule later, and tells nobody twice', async () => {
    await route(
      [{ criteria: '(Number_Of_Pages:greater_than:1)', route_to: 'named', user_ids: [t.acme.users.rep] }],
      true,
    );
    const before = (await notices('agent')).seq;
    const visitor = newVisitor();
    await collect(t, t.acme, visitor, [view(newUrl())]);
    const url = newUrl();
    await collect(t, t.acme, visitor, [view(url)]);
    await collect(t, t.acme, visitor, [view(newUrl('again'))]);
    const last = newUrl();
    await collect(t, t.acme, visitor, [view(last)]);
    expect(await whoIsTold(last, 'rep')).toEqual(['rep']);
    const { data } = await notices('rep');
    expect(data.filter((notice) => notice.visitor.page.url === last)).toHaveLength(1);
    expect((await notices('agent', before)).data.length).toBeLessThanOrEqual(1);
  });

  test('[VIS-09] [VIS-98] tells nobody where the notifications are off', async () => {
    await configure({ visitor_notifications: false });
    const url = newUrl();
    await collect(t, t.acme, newVisitor(), [view(url)]);
    expect(await whoIsTold(url, 'agent', 'manager')).toEqual([]);
    expect((await notices('agent')).notifies).toBe(false);
    await configure({ visitor_notifications: true });
    expect((await notices('agent')).notifies).toBe(true);
  });

  test('[VIS-99] follows the setting of the portal, which the set-up of the CRM shows as it is', async () => {
    const shown = async () =>
      (await get<VisitorTracking>(t, token('admin'), '/v1/visitor-tracking')).body.portals.map(
        (portal) => portal.visitor_notifications,
      );
    await configure({ visitor_notifications: false });
    expect(await shown()).toEqual([false]);
    await configure({ visitor_notifications: true });
    expect(await shown()).toEqual([true]);
    const url = newUrl();
    await collect(t, t.acme, newVisitor(), [view(url)]);
    expect(await whoIsTold(url, 'agent', 'manager')).toEqual(['agent', 'manager']);
  });

  test('[VIS-105] makes the first who is there the attendee, and later tells them first', async () => {
    await send(t, token('manager'), 'PUT', '/v1/operators/me', { available: true });
    await route([{ action: 'attend' }], false);
    const visitor = newVisitor();
    const url = newUrl();
    await collect(t, t.acme, visitor, [view(url)]);
    const attended = async () =>
      (await get<OnlineVisitorPage>(t, token('agent'), '/v1/visitors?limit=200')).body.data.find(({ path }) =>
        path.some((page) => page.url === url),
      )?.attended_by;
    await eventually(attended, (user) => user?.id === t.acme.users.manager);
    await route([{ route_to: 'last_attendee' }], false);
    const again = newUrl('again');
    await collect(t, t.acme, { ...visitor, s: clientId() }, [view(again)]);
    expect(await whoIsTold(again, 'agent', 'manager')).toEqual(['manager']);
  });

  test('passes over a rule that finds nobody', async () => {
    await route([{ route_to: 'owner' }, { route_to: 'named', user_ids: [t.acme.users.rep] }], false);
    const url = newUrl();
    await collect(t, t.acme, newVisitor(), [view(url)]);
    expect(await whoIsTold(url, 'agent', 'rep')).toEqual(['rep']);
  });
});

describe('the room of a user', () => {
  test('[VIS-114] carries ids and a sequence, on another node too; nobody else joins it', async () => {
    const other = await t.anotherNode();
    onTestFinished(() => other.close());
    const events: LiveEvent[] = [];
    const room = visitorNoticesRoom(t.acme.users.agent);
    const socket = await connectLive(other, token('agent'));
    onTestFinished(() => void socket.disconnect());
    const joined = (await socket.timeout(5_000).emitWithAck('join', room)) as JoinAnswer;
    const since = 'seq' in joined ? joined.seq : -1;
    socket.on('live', (event) => events.push(event));
    expect(since).toBeGreaterThanOrEqual(0);
    const outsider = await connectLive(t, token('manager'));
    onTestFinished(() => void outsider.disconnect());
    expect(await outsider.timeout(5_000).emitWithAck('join', room)).toEqual({ error: 'forbidden' });
    const urls = Array.from({ length: 5 }, () => newUrl('many'));
    await Promise.all(urls.map((url) => collect(t, t.acme, newVisitor(), [view(url)])));
    await eventually(
      async () => events.flatMap(({ changes }) => changes),
      (changes) => changes.length >= 5,
    );
    for (const change of events.flatMap(({ changes }) => changes))
      expect(Object.keys(change).sort()).toEqual(['id', 'type']);
    const { data, seq } = await notices('agent', since);
    expect(data.map(({ visitor }) => visitor.page.url).sort()).toEqual(urls.sort());
    expect(data.map((notice) => notice.seq)).toEqual([1, 2, 3, 4, 5].map((nth) => since + nth));
    expect(seq).toBe(since + 5);
  });

  test('[VIS-111] [VIS-113] its notices say what kind of visitor it is', async () => {
    const [lead, unknown] = [newUrl('lead'), newUrl('unknown')];
    const visitor = newVisitor();
    const email = `${clientId()}@lead.test`;
    await collect(t, t.acme, visitor, [view(lead), { t: 'i', i: clientId(), w: { email } }]);
    await collect(t, t.acme, newVisitor(), [view(unknown)]);
    const kinds = async () => {
      const { data } = await notices('agent');
      const kindOf = (url: string) =>
        data.find((notice) => notice.visitor.page.url === url)?.visitor.visitor_type;
      return [kindOf(lead), kindOf(unknown)];
    };
    await eventually(kinds, ([first, second]) => first === 'Lead' && second === 'Unknown');
  });

  test('[VIS-110] [VIS-112] customers and potential ones go to whom rules name for them, others to their owner', async () => {
    const { rep, manager } = t.acme.users;
    await route(
      [
        { criteria: '(Visitor_Type:equals:Customer)', route_to: 'named', user_ids: [rep] },
        { criteria: '(Visitor_Type:equals:Potential)', route_to: 'named', user_ids: [manager] },
        { criteria: null, route_to: 'owner' },
      ],
      false,
    );
    const customer = await visitOfContact('Closed Won');
    const potential = await visitOfContact('Qualification');
    const other = await visitOfContact();
    const users = ['agent', 'manager', 'rep'] as const;
    const find = () => Promise.all([customer, potential, other].map((url) => whoIsTold(url, ...users)));
    const found = await eventually(find, (all) => all.every((told) => told.length > 0));
    expect(found).toEqual([['rep'], ['manager'], ['agent']]);
  });
});

/** A contact of the agent's, with a deal or without, comes to the site and proves who they are. @returns the page */
async function visitOfContact(stage?: string): Promise<string> {
  const email = `${clientId()}@contact.test`.toLowerCase();
  const admin = token('admin');
  const owner = { id: t.acme.users.agent };
  const [contact] = await insert(t, admin, 'Contacts', [{ Last_Name: 'Known', Email: email, Owner: owner }]);
  if (stage !== undefined)
    await insert(t, admin, 'Deals', [
      { Deal_Name: stage, Stage: stage, Amount: 9, Closing_Date: '2026-06-30', Contact_Name: contact },
    ]);
  const path = `/v1/portals/${t.acme.portalId}/identity-key`;
  const { key } = (await get<{ key: string }>(t, admin, path)).body;
  const hash = createHmac('sha256', key).update(email).digest('hex');
  const url = newUrl('known');
  await collect(t, t.acme, newVisitor(), [view(url), { t: 'i', i: clientId(), w: { email, hash } }]);
  return url;
}
