import type { CrmViewPage, TimelineEntry } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import {
  type FakeCrm,
  fakeCrm,
  find,
  findAll,
  later,
  recordPage,
  textOf,
  texts,
  waitUntil,
} from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import { ACTIONS, chat, PORTALS, portalList } from '../testing/samples.js';
import type { CrmVisitPeople } from './crm-visit-people.js';

const VIEW = 'GET /v1/crm-view';
const TIMELINE = 'GET /v1/crm-view/:id/timeline';

const counts = { customers: 1, potential_customers: 2, leads_contacts: 3 };
const page = (...names: string[]): CrmViewPage => ({
  data: names.map((name, index) => ({
    record: { id: String(900 + index), module: 'Contacts', name },
    email: 'ada@lovelace.test',
    phone: null,
    online: index === 0,
    visits: 4,
    days_visited: 2,
    chats: 1,
    last_visited_at: '2026-03-04T09:30:00Z',
    last_page: { title: 'Lamps', url: 'https://shop.test/lamps' },
    score: 34,
    revenue: 1250,
    pipeline: 80,
  })),
  counts,
  next_cursor: null,
});

const entry = (kind: TimelineEntry['kind'], title: string): TimelineEntry => ({
  id: `1${title.length}`,
  kind,
  at: '2026-03-04T09:30:00.000Z',
  title,
  detail: kind === 'deal' ? 'Qualification' : null,
  url: kind === 'page' ? 'https://shop.test/lamps' : null,
  minutes: kind === 'page' ? 1.5 : null,
  amount: kind === 'deal' ? 80 : null,
  record: { id: '17', module: kind === 'deal' ? 'Deals' : 'Visits' },
});

const all = [
  entry('page', 'Lamps'),
  entry('visit', 'A visit'),
  entry('chat', 'Talk'),
  entry('deal', 'Ten lamps'),
];

const crmWith = () =>
  fakeCrm({
    [VIEW]: ({ query }) => (query.group === 'customers' ? page('Ada Lovelace') : page('Mary', 'Emmy')),
    [TIMELINE]: ({ query }) => ({
      data: all.filter(({ kind }) => String(query.kinds).split(',').includes(kind)),
      next_cursor: null,
    }),
    [PORTALS]: () => portalList('Acme', 'Outlet'),
    [ACTIONS]: () => recordPage([chat('1')]),
  });

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisitPeople> {
  const host = await fixture(
    html`<div lang=${lang}><crm-visit-people .client=${client}></crm-visit-people></div>`,
  );
  return host.querySelector('crm-visit-people')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmVisitPeople> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.person').length > 0, 'people are shown');
  return element;
}

async function open(element: CrmVisitPeople) {
  find(element, '.person').focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() =>
    element.renderRoot.querySelector('crm-visit-person')?.shadowRoot?.querySelector('dl'),
  );
  return element.renderRoot.querySelector('crm-visit-person')!;
}

describe('<crm-visit-people>', () => {
  it('[VIS-67, VIS-68, VIS-69] has three groups with their counts', async () => {
    const element = await showReady(crmWith());
    assert.deepEqual(texts(element, '.groups button'), [
      'Customers 1',
      'Potential Customers 2',
      'Leads/Contacts 3',
    ]);
    await expect(element).to.be.accessible();
  });

  it('[VIS-70] shows another group by keyboard', async () => {
    const element = await showReady(crmWith());
    findAll(element, '.groups button')[2]?.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.person').length === 2);
    assert.equal(element.group, 'leads_contacts');
  });

  it('[VIS-71] limits people to one portal', async () => {
    const crm = crmWith();
    const element = await showReady(crm);
    await waitUntil(() => findAll(element, 'select').length === 1);
    find(element, 'select').focus();
    await sendKeys({ type: 'Outlet' });
    await waitUntil(() => crm.asked.some(({ key, query }) => key === VIEW && query.portal_id === '8'));
  });

  it('[VIS-72, VIS-74] gives one overall view of somebody', async () => {
    const person = await open(await showReady(crmWith()));
    assert.include(texts(person, 'dd'), '34');
    await expect(person).to.be.accessible();
    person.renderRoot.querySelector<HTMLElement>('#tab-timeline')?.click();
    await waitUntil(() => person.renderRoot.querySelector('crm-person-timeline'));
    const timeline = person.renderRoot.querySelector('crm-person-timeline')!;
    await waitUntil(() => findAll(timeline, 'li').length === 3);
    assert.deepEqual(texts(timeline, '.title'), ['A visit', 'Talk', 'Ten lamps']);
    await expect(timeline).to.be.accessible();
  });

  it('[VIS-73] shows page views, chat history and visit history, by arrow keys', async () => {
    const person = await open(await showReady(crmWith()));
    find(person, '#tab-information').focus();
    for (const title of ['Lamps', 'Talk', 'A visit']) {
      await sendKeys({ press: 'ArrowRight' });
      await waitUntil(() => {
        const timeline = person.renderRoot.querySelector('crm-person-timeline');
        return timeline && textOf(timeline.shadowRoot).includes(title);
      }, `${title} is shown`);
    }
  });

  const states = [
    ['loading', () => later().promise, 'loading'],
    ['empty', () => page(), 'empty'],
    ['forbidden', () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')), 'forbidden'],
    ['error', () => Promise.reject(new CrmError('server', 'server', 'no')), 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(`is drawn while ${name}`, async () => {
      const crm = crmWith();
      crm.answer(VIEW, answer);
      const element = await show(crm);
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('speaks Arabic', async () => {
    const element = await showReady(crmWith(), 'ar');
    assert.equal(texts(element, '.groups button')[0]?.split(' ')[0], 'العملاء');
    await expect(element).to.be.accessible();
  });
});
