import { visitsRoom } from '../shared/room.js';
import { CrmError } from '@crm-elements/core';
import { assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmVisitors } from './crm-visitors.js';
import '../define.js';
import type { CrmVisitorOpenEvent } from '../events.js';
import { fakeCrm, type FakeCrm, find, findAll, later, textOf, texts, waitUntil } from '@crm-elements/testing';
import { PORTALS, portalList, visitor, visitorPage, VISITORS } from '../testing/samples.js';

const ada = visitor('4821', {
  record: { id: '900', module: 'Leads', name: 'Ada Lovelace' },
  visitor_type: 'Lead',
  returning: true,
});
const crmWith = (...visitors: ReturnType<typeof visitor>[]) =>
  fakeCrm({ [VISITORS]: () => visitorPage(visitors), [PORTALS]: () => portalList('Acme') });

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisitors> {
  const page = await fixture(html`<div lang=${lang}><crm-visitors .client=${client}></crm-visitors></div>`);
  return page.querySelector('crm-visitors')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmVisitors> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.visitor').length > 0, 'visitors are shown');
  return element;
}

describe('<crm-visitors>', () => {
  it('[VIS-108] shows who is online: name, page, way, source, browser', async () => {
    const element = await showReady(crmWith(ada, visitor('17')));
    assert.equal(textOf(find(element, '.count')), '2 visitors online');
    assert.deepEqual(texts(element, '.name'), ['Ada Lovelace', 'Visitor 1017']);
    assert.deepEqual(texts(element, '.chip'), ['Lead', 'Unknown']);
    assert.deepEqual(texts(element, '.returning'), ['Returning']);
    const row = find(element, '.visitor');
    assert.equal(row.querySelector('.page .link')?.getAttribute('href'), 'https://shop.test/products/alma');
    assert.equal(textOf(row.querySelector('.source')), 'Source Search Google');
    expect(textOf(row.querySelector('.device'))).to.contain('Chrome 140 Windows');
    expect(textOf(row)).to.contain('203.0.113.7');
    assert.deepEqual(texts(element, '.path .cut').slice(0, 2), ['Lamps', 'Alma']);
    // The samples were made a moment before, so a second may have been rounded away.
    assert.match(texts(element, '.path .clock')[0] ?? '', /^0:(39|40)$/);
    await expect(element).to.be.accessible();
  });

  it('counts the time on the site', async () => {
    const element = await showReady(crmWith(ada));
    const clock = () => /\d+:\d\d/.exec(textOf(find(element, '.time .clock')))?.[0] ?? '';
    const before = clock();
    expect(before).to.match(/^1:0\d$/);
    await waitUntil(() => clock() > before, 'the clock goes on');
  });

  it('shows who comes and tells it once', async () => {
    const crm = crmWith(ada);
    const element = await showReady(crm);
    const told: string[] = [];
    const region = find(element, '[role=status].visually-hidden');
    const watching = new MutationObserver(() => textOf(region) && told.push(textOf(region)));
    watching.observe(region, { childList: true, characterData: true, subtree: true });
    const newcomers = [visitor('5001', { seq: 3 }), visitor('5002', { seq: 3 })];
    crm.answer(VISITORS, () => visitorPage(newcomers, 3));
    crm.hint(visitsRoom, 3);
    await waitUntil(() => textOf(find(element, '.count')) === '3 visitors online');
    await waitUntil(() => told.length > 0, 'it is told');
    watching.disconnect();
    assert.deepEqual(told, ['3 visitors online']);
    assert.equal(texts(element, '.name').at(-1), 'Ada Lovelace');
  });

  it('keeps somebody who has left for a while, marked', async () => {
    const crm = crmWith(ada, visitor('17'));
    const element = await showReady(crm);
    crm.answer(VISITORS, () => visitorPage([{ ...ada, online: false, seq: 2 }], 2));
    crm.hint(visitsRoom, 2);
    await waitUntil(() => findAll(element, '.visitor[data-left]').length === 1);
    expect(textOf(find(element, '.visitor[data-left] .time'))).to.contain('Left');
    assert.equal(textOf(find(element, '.count')), '1 visitor online');
    await expect(element).to.be.accessible();
  });

  it('asks the host to open a visitor, by keyboard', async () => {
    const element = await showReady(crmWith(ada));
    const asked = oneEvent(element, 'crm-visitor-open');
    find(element, 'button[part=name]').focus();
    await sendKeys({ press: 'Enter' });
    const { visitId, record } = (await asked) as unknown as CrmVisitorOpenEvent;
    assert.deepEqual({ visitId, record }, { visitId: '4821', record: ada.record });
    assert.equal(find(element, 'details').hasAttribute('open'), true);
  });

  it('leaves a visitor to the host that cancels the request', async () => {
    const element = await showReady(crmWith(ada));
    element.addEventListener('crm-visitor-open', (event) => event.preventDefault());
    find(element, '.name').click();
    assert.equal(find(element, 'details').hasAttribute('open'), false);
  });

  it('keeps the way unfolded, and the focus, while others come', async () => {
    const crm = crmWith(ada);
    const element = await showReady(crm);
    const summary = find(element, 'summary');
    summary.focus();
    await sendKeys({ press: 'Enter' });
    crm.answer(VISITORS, () =>
      visitorPage([visitor('5001', { seq: 2 }), { ...ada, seq: 2, page_count: 14 }], 2),
    );
    crm.hint(visitsRoom, 2);
    await waitUntil(() => findAll(element, '.visitor').length === 2);
    expect(summary.parentElement).to.have.property('open', true);
    assert.equal(element.shadowRoot?.activeElement, summary);
    assert.equal(texts(element, '.visitor:last-child .path li')[0], '12 earlier pages');
    await expect(element).to.be.accessible();
  });

  it('[VIS-109] limits the list to one portal', async () => {
    const crm = crmWith(ada);
    crm.answer(PORTALS, () => portalList('Acme', 'Outlet'));
    const element = await showReady(crm);
    await waitUntil(() => findAll(element, '.filter select').length === 1);
    assert.deepEqual(texts(element, '.filter option'), ['All portals', 'Acme', 'Outlet']);
    await expect(element).to.be.accessible();
    crm.answer(VISITORS, ({ query }) => visitorPage(query.portal_id === '8' ? [visitor('17')] : [ada]));
    const changed = oneEvent(element, 'crm-portal-changed');
    find(element, '.filter select').focus();
    await sendKeys({ type: 'Outlet' });
    assert.equal(((await changed) as unknown as { portalId: string }).portalId, '8');
    await waitUntil(() => texts(element, '.name')[0] === 'Visitor 1017');
  });

  it('cuts long texts and never lets them run into each other, however narrow', async () => {
    const title = 'A title that goes on and on '.repeat(12);
    const page = { title, url: `https://shop.test/${'long/'.repeat(60)}`, at: new Date().toISOString() };
    const record = {
      id: '900',
      module: 'Leads',
      name: 'Maximiliana Featherstonehaugh-Cholmondeley '.repeat(3),
    };
    const source = { kind: 'referral' as const, label: 'a-partner.'.repeat(20), url: null };
    const element = await showReady(
      crmWith(visitor('17', { page, path: [page, page], record, source, returning: true })),
    );
    find(element, 'summary').click();
    for (const width of [300, 360, 700, 1100]) {
      element.style.inlineSize = `${width}px`;
      const areas = findAll(element, '.visitor > *').map((area) => area.getBoundingClientRect());
      const row = find(element, '.visitor').getBoundingClientRect();
      for (const { left, right } of areas) {
        expect(left).to.be.at.least(row.left);
        expect(right).to.be.at.most(row.right);
      }
      const parts = findAll(element, '.lines, .line, .cut, .path li, summary');
      const wide = parts.filter((part) => {
        const area = part.closest('.visitor > *')!.getBoundingClientRect();
        return part.getBoundingClientRect().right > area.right + 4;
      });
      assert.deepEqual(wide, [], `${width} px`);
    }
  });

  it('makes no link of an address that is none of the web', async () => {
    const page = { title: 'Click me', url: 'javascript:alert(1)', at: new Date().toISOString() };
    const element = await showReady(crmWith(visitor('17', { page, path: [page] })));
    expect(findAll(element, 'a')).to.have.length(0);
    assert.equal(textOf(find(element, '.page .line')), 'Click me');
  });

  it('shows the same with the client given before and after attaching, and lets go of it', async () => {
    const crm = crmWith(ada);
    const element = document.createElement('crm-visitors');
    document.body.append(element);
    await element.updateComplete;
    element.client = crm.client;
    await waitUntil(() => findAll(element, '.visitor').length === 1);
    assert.equal(crm.members(visitsRoom), 1);
    element.remove();
    await waitUntil(() => crm.members(visitsRoom) === 0, 'the room is left');
  });
});

describe('<crm-visitors> in each state', () => {
  it('loading', async () => {
    const crm = crmWith();
    crm.answer(VISITORS, () => later().promise);
    const element = await show(crm);
    assert.equal(textOf(find(element, '[part=loading]')), 'Loading…');
    expect(findAll(element, '.count')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('empty', async () => {
    const element = await show(crmWith());
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    expect(textOf(find(element, '[part=empty]'))).to.contain('Nobody is on the site right now');
    await expect(element).to.be.accessible();
  });

  it('stale, until the link is back', async () => {
    const crm = crmWith(ada);
    const element = await showReady(crm);
    crm.link.set('offline');
    await waitUntil(() => findAll(element, '[part=stale]').length === 1);
    assert.deepEqual(texts(element, '.name'), ['Ada Lovelace']);
    await expect(element).to.be.accessible();
    crm.link.set('online');
    await waitUntil(() => findAll(element, '[part=stale]').length === 0);
  });

  it('forbidden', async () => {
    const crm = crmWith();
    crm.answer(VISITORS, () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')));
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=forbidden]').length === 1);
    await expect(element).to.be.accessible();
  });

  it('error, with a retry that helps', async () => {
    const crm = crmWith();
    crm.answer(VISITORS, () => Promise.reject(new CrmError('server', 'internal_error', 'no')));
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(VISITORS, () => visitorPage([ada]));
    find(element, '[part=error] button').click();
    await waitUntil(() => texts(element, '.name')[0] === 'Ada Lovelace');
  });
});

describe('<crm-visitors> in each language', () => {
  const expected = {
    en: ['2 visitors online', 'Lead', 'Visitor 1017'],
    fr: ['2 visiteurs en ligne', 'Prospect', 'Visiteur 1017'],
    ar: ['زائران متصلان الآن', 'عميل محتمل', 'زائر 1017'],
  };
  for (const [lang, words] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showReady(crmWith(ada, visitor('17')), lang);
      const shown = [textOf(find(element, '.count')), texts(element, '.chip')[0], texts(element, '.name')[1]];
      assert.deepEqual(shown, words);
      await expect(element).to.be.accessible();
    });
  }
});
