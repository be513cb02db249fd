import { fakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmVisitors } from './crm-visitors.js';
import '../define.js';
import { visitsRoom } from '../shared/room.js';
import { PORTALS, portalList, visitor, visitorPage, VISITORS } from '../testing/samples.js';

const COUNT = 1_000;
const PAGE = 200;
const many = Array.from({ length: COUNT }, (_, index) => visitor(String(9_000 - index)));

/** Answers page by page, as the server does. */
const crmWithMany = () =>
  fakeCrm({
    [VISITORS]: ({ query }) => {
      const from = Number(query.cursor ?? 0);
      const next = from + PAGE;
      return visitorPage(many.slice(from, next), 1, next < COUNT ? String(next) : null);
    },
    [PORTALS]: () => portalList('Acme'),
  });

async function show(crm = crmWithMany()): Promise<CrmVisitors> {
  const element = await fixture<CrmVisitors>(html`<crm-visitors .client=${crm.client}></crm-visitors>`);
  await waitUntil(() => textOf(find(element, '.count')) === '1,000 visitors online');
  return element;
}

const places = (element: CrmVisitors) =>
  findAll(element, '.visitor').map((row) => Number(row.getAttribute('aria-posinset')));

describe('a thousand online visitors', () => {
  it('are drawn where the page is, and leave the room of the others', async () => {
    const element = await show();
    assert.isBelow(findAll(element, '.visitor').length, 60);
    assert.equal(places(element)[0], 1);
    assert.equal(find(element, '.visitor').getAttribute('aria-setsize'), String(COUNT));
    const height = element.offsetHeight;
    assert.isAbove(height, COUNT * 50);
    await expect(element).to.be.accessible();
    scrollTo(0, height / 2);
    await waitUntil(() => Math.abs((places(element)[0] ?? 0) - COUNT / 2) < 60, 'the middle is drawn');
    assert.isBelow(findAll(element, '.visitor').length, 60);
    const inSight = () =>
      findAll(element, '.visitor').some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top <= innerHeight / 2 && bottom >= innerHeight / 2;
      });
    await waitUntil(inSight, 'no hole is in sight');
    scrollTo(0, document.documentElement.scrollHeight);
    await waitUntil(() => places(element).at(-1) === COUNT);
    scrollTo(0, 0);
    await waitUntil(() => places(element)[0] === 1);
  });

  it('keep the one with the focus, wherever the page goes', async () => {
    const element = await show();
    find(element, '.name').focus();
    const name = textOf(find(element, '.name'));
    scrollTo(0, element.offsetHeight / 2);
    await waitUntil(() => (places(element).at(-1) ?? 0) > COUNT / 2);
    assert.equal(textOf(element.shadowRoot?.activeElement), name);
    await sendKeys({ press: 'Tab' });
    assert.notEqual(element.shadowRoot?.activeElement, null);
    scrollTo(0, 0);
    await waitUntil(() => places(element)[0] === 1);
  });

  it('change one by one, and a newcomer is the first', async () => {
    const crm = crmWithMany();
    const element = await show(crm);
    const changed = { ...many[0]!, seq: 2, page: { ...many[0]!.page, title: 'Checkout' } };
    crm.answer(VISITORS, () => visitorPage([visitor('9500', { seq: 3 }), changed], 3));
    crm.hint(visitsRoom, 3);
    await waitUntil(() => textOf(find(element, '.count')) === '1,001 visitors online');
    assert.deepEqual(texts(element, '.page .line .cut').slice(0, 3), ['Alma', 'Checkout', 'Alma']);
  });
});

describe('the filters of online visitors', () => {
  const direct = { kind: 'direct', label: null, url: null } as const;
  const page = (title: string) => ({
    title,
    url: `https://shop.test/${title}`,
    at: new Date().toISOString(),
  });
  const some = [
    visitor('11', { page: page('Alma'), country: 'FR' }),
    visitor('12', { page: page('Delivery'), country: 'DZ', source: direct }),
    visitor('13', { page: page('Alma oak'), country: null, source: direct, visitor_type: 'Customer' }),
  ];
  const crmWithSome = () =>
    fakeCrm({ [VISITORS]: () => visitorPage(some), [PORTALS]: () => portalList('Acme') });
  async function showSome(crm = crmWithSome()): Promise<CrmVisitors> {
    const element = await fixture<CrmVisitors>(html`<crm-visitors .client=${crm.client}></crm-visitors>`);
    await waitUntil(() => findAll(element, '.visitor').length === some.length);
    return element;
  }
  const ids = (element: CrmVisitors) => findAll(element, '.visitor').map((row) => row.dataset.visit);
  const select = (element: CrmVisitors, label: string, value: string) => {
    const choice = find(element, `select[aria-label=${label}]`) as HTMLSelectElement;
    choice.value = value;
    choice.dispatchEvent(new Event('change'));
  };

  it('choose by page, source and country, and stay while others come', async () => {
    const crm = crmWithSome();
    const element = await showSome(crm);
    find(element, '.page-filter').focus();
    await sendKeys({ type: 'alma' });
    await waitUntil(() => ids(element).join() === '13,11');
    assert.deepEqual(texts(element, '.groups .group').slice(0, 2), ['All 2', 'Customers 1']);
    select(element, 'Source', 'direct');
    await waitUntil(() => ids(element).join() === '13');
    await expect(element).to.be.accessible();
    crm.answer(VISITORS, () =>
      visitorPage([visitor('14', { seq: 2, page: page('Alma'), source: direct })], 2),
    );
    crm.hint(visitsRoom, 2);
    await waitUntil(() => ids(element).join() === '14,13');
    assert.equal((find(element, '.page-filter') as HTMLInputElement).value, 'alma');
    assert.equal(textOf(find(element, '.count')), '4 visitors online');
  });

  it('name the countries, and show everybody again where nobody matches', async () => {
    const element = await showSome();
    assert.deepEqual(texts(element, 'select[aria-label=Country] option'), [
      'All countries',
      'Algeria',
      'France',
    ]);
    assert.deepEqual(texts(element, '.country'), ['Algeria', 'France']);
    select(element, 'Country', 'FR');
    await waitUntil(() => ids(element).join() === '11');
    select(element, 'Source', 'direct');
    await waitUntil(() => findAll(element, '.nobody').length === 1);
    await expect(element).to.be.accessible();
    find(element, '.nobody .button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => ids(element).length === some.length);
    assert.equal(element.shadowRoot?.activeElement, find(element, '.page-filter'));
  });
});
