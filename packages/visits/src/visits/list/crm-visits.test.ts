import { visitsRoom } from '../../shared/room.js';
import { CrmError } from '@crm-elements/core';
import { find, findAll, later, recordPage, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmVisits } from './crm-visits.js';
import '../../define.js';
import { PORTALS, portalList, visit, VISITS } from '../../testing/samples.js';
import { crmWith, showReady } from '../../testing/show-visits.js';

/** The cell of a field in the first row, found by the column's title as a reader does. */
function cell(element: CrmVisits, title: string): HTMLElement {
  const column = texts(element, 'thead th').indexOf(title);
  const found = find(element, '.row').children[column];
  if (!(found instanceof HTMLElement)) throw new Error(`There is no column ${title}`);
  return found;
}

const fields = [
  ['VIS-41', 'IP Address', '203.0.113.9'],
  ['VIS-42', 'Visited By', 'Ada Lovelace Left'],
  ['VIS-43', 'Visited Page', 'Lamps, made quietly'],
  ['VIS-44', 'Time Spent (Minutes)', '3.25'],
  ['VIS-45', 'Referrer', 'www.google.com/search?q=lamp (new tab)'],
  ['VIS-46', 'User Agents', 'Mozilla/5.0 (Macintosh) Gecko/20100101 Firefox/144.0'],
  ['VIS-47', 'Attended By', 'Grace Hopper'],
  ['VIS-48', 'Visited Page URL', 'shop.test/products/alma (new tab)'],
  ['VIS-49', 'Browser', 'Firefox 144'],
  ['VIS-50', 'Visitor Type', 'Lead'],
  ['VIS-51', 'Revenue', '1,250'],
  ['VIS-52', 'Visited Time', new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })],
  ['VIS-53', 'Search Keyword', 'oak lamp'],
  ['VIS-54', 'Search Engine', 'Google'],
  ['VIS-55', 'Operating System', 'macOS'],
  ['VIS-56', 'Portal Name', 'Acme shop'],
] as const;

describe('<crm-visits>', () => {
  for (const [id, title, value] of fields) {
    it(`[${id}] shows the field ${title}`, async () => {
      const element = await showReady(crmWith(visit('17')));
      const text = typeof value === 'string' ? value : value.format(new Date('2026-03-04T09:30:00Z'));
      assert.equal(textOf(cell(element, title)), textOf(document.createTextNode(text)));
    });
  }

  it('[VIS-30] is a table of visits that can be read with axe and keyboard', async () => {
    const element = await showReady(crmWith(visit('18', { $online: true }), visit('17')));
    expect(texts(element, 'thead th')).to.have.length(16);
    assert.deepEqual(texts(element, '.presence'), ['Online now', 'Left']);
    find(element, '.view select').focus();
    await sendKeys({ press: 'Tab' });
    assert.equal(element.shadowRoot?.activeElement?.className, 'scroll');
    await expect(element).to.be.accessible();
  });

  it('[VIS-31, VIS-39, VIS-40] offers nothing to change a value with', async () => {
    const element = await showReady(crmWith(visit('17')));
    expect(findAll(element, 'input, textarea, td select, [contenteditable], form')).to.have.length(0);
    expect(findAll(element, '.row button')).to.have.length(1);
  });

  it('names an unknown visitor by the number they have elsewhere and shows empty fields as a dash', async () => {
    const element = await showReady(
      crmWith(visit('17', { Visited_By: null, Attended_By: null, Referrer: null })),
    );
    assert.deepEqual(texts(element, '.name'), ['Visitor 1017']);
    assert.equal(textOf(cell(element, 'Attended By')), '–No value');
    assert.equal(textOf(cell(element, 'Referrer')), '–No value');
    await expect(element).to.be.accessible();
  });

  it('keeps the first column and the header in sight', async () => {
    const element = await showReady(
      crmWith(...Array.from({ length: 40 }, (_, index) => visit(String(100 - index)))),
    );
    const region = find(element, '[role=region]');
    region.scrollTo({ left: 400, top: 300, behavior: 'instant' });
    const box = region.getBoundingClientRect();
    expect(find(element, 'thead th').getBoundingClientRect().top).to.be.closeTo(box.top, 1);
    expect(find(element, 'tbody th').getBoundingClientRect().left).to.be.closeTo(box.left, 1);
  });

  it('widens no page, however narrow', async () => {
    const element = await showReady(crmWith(visit('17')));
    element.style.inlineSize = '328px';
    find(element, '.expand').click();
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(328);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  it('[VIS-36] unfolds the actions performed in a visit, by keyboard', async () => {
    const crm = crmWith(visit('17'));
    const element = await showReady(crm);
    const button = find(element, '.expand');
    assert.equal(button.getAttribute('aria-expanded'), 'false');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => button.getAttribute('aria-expanded') === 'true');
    const actions = element.renderRoot.querySelector('crm-visit-actions')!;
    expect(find(element, `#${button.getAttribute('aria-controls')!}`).contains(actions)).to.be.true;
    await waitUntil(() => findAll(actions, 'tbody tr').length === 1);
    const lists = crm.asked.flatMap(({ params: { id, related } }) => (related ? [`${id} ${related}`] : []));
    assert.sameMembers(lists, ['17 Actions_Performed', '17 Chat_Transcripts']);
    assert.equal(find(actions, 'table').getAttribute('aria-label'), 'Actions performed by Ada Lovelace');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'crm-visit-actions').length === 0);
    assert.isTrue(element.shadowRoot?.activeElement === button);
  });

  it('is live: a new visit comes on top, an open row stays open', async () => {
    const crm = crmWith(visit('17'));
    const element = await showReady(crm);
    find(element, '.expand').click();
    crm.answer(VISITS, () => recordPage([visit('18', { Visited_By: null, $online: true }), visit('17')]));
    crm.hint(visitsRoom, 1);
    await waitUntil(() => findAll(element, '.row').length === 2, 'it comes');
    assert.deepEqual(texts(element, '.name'), ['Visitor 1018', 'Ada Lovelace']);
    const states = findAll(element, '.expand').map((button) => button.getAttribute('aria-expanded'));
    assert.deepEqual(states, ['false', 'true']);
  });

  it('loads more, shows that it does, and keeps the focus', async () => {
    const crm = crmWith();
    const second = later<unknown>();
    crm.answer(VISITS, ({ query }) =>
      query.page_token ? second.promise : recordPage([visit('18')], 'next'),
    );
    const element = await showReady(crm);
    find(element, '.more button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find(element, '.more button').getAttribute('aria-busy') === 'true');
    assert.equal(textOf(find(element, '.more')), 'Loading…');
    await expect(element).to.be.accessible();
    second.resolve(recordPage([visit('17')]));
    await waitUntil(() => findAll(element, '.row').length === 2);
    await waitUntil(() => element.shadowRoot?.activeElement === find(element, '[role=region]'));
    expect(findAll(element, '.more')).to.have.length(0);
    const region = find(element, '[role=status].visually-hidden');
    await waitUntil(() => textOf(region) === '1 row added', 'it is told');
  });

  it('says that more could not be loaded, and tries again', async () => {
    const crm = crmWith();
    crm.answer(VISITS, ({ query }) => {
      if (query.page_token) throw new CrmError('offline', 'offline', 'no');
      return recordPage([visit('18')], 'next');
    });
    const element = await showReady(crm);
    find(element, '.more button').click();
    await waitUntil(() => findAll(element, '.more [role=alert]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(VISITS, () => recordPage([visit('17')]));
    find(element, '.more button').click();
    await waitUntil(() => findAll(element, '.row').length === 2);
  });

  const views = [
    ['VIS-62', 'Today’s Visits', '2'],
    ['VIS-63', 'Top Visits', '3'],
    ['VIS-64', 'Today’s Top Visits', '4'],
    ['VIS-65', 'Visits by Leads', '5'],
    ['VIS-66', 'Visits by Contacts', '6'],
  ] as const;
  for (const [id, name, cvid] of views) {
    it(`[VIS-61, ${id}] shows All Visits at first and ${name} when it is chosen`, async () => {
      const crm = crmWith(visit('17'));
      const element = await showReady(crm);
      assert.isUndefined(crm.asked.find(({ key }) => key === VISITS)?.query.cvid);
      crm.answer(VISITS, ({ query }) => recordPage(query.cvid === cvid ? [visit('20'), visit('19')] : []));
      find(element, '.view select').focus();
      for (let step = 1; step < Number(cvid); step++) await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => findAll(element, '.row').length === 2);
      assert.equal(
        find(element, '[aria-sort]').textContent.trim(),
        name.includes('Top') ? 'Time Spent (Minutes)' : 'Visited Time',
      );
    });
  }

  it('is sorted by the time spent, by keyboard, and keeps that order when visits go on', async () => {
    const crm = crmWith(visit('17'));
    const element = await showReady(crm);
    crm.answer(VISITS, ({ query }) =>
      recordPage(
        query.sort_by === 'Time_Spent_Minutes' && query.sort_order === 'desc' ? [visit('4'), visit('9')] : [],
      ),
    );
    find(element, 'th.number .sort').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.row').length === 2);
    assert.equal(find(element, 'th.number').getAttribute('aria-sort'), 'descending');
    await expect(element).to.be.accessible();
  });

  it('leads to the page of a visit where the host has one, unless the host does otherwise', async () => {
    const element = await showReady(crmWith(visit('17')));
    expect(findAll(element, 'a.name')).to.have.length(0);
    element.hrefFor = (module, id) => `#${module}/${id}`;
    await element.updateComplete;
    assert.equal(find(element, 'a.name').getAttribute('href'), '#Visits/17');
    const opened: string[] = [];
    element.addEventListener('crm-visit-open', (event) => {
      opened.push(event.visitId);
      event.preventDefault();
    });
    find(element, 'a.name').focus();
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(opened, ['17']);
    assert.equal(location.hash, '');
  });

  it('[VIS-109] limits the list to one portal', async () => {
    const crm = crmWith(visit('17'));
    crm.answer(PORTALS, () => portalList('Acme', 'Outlet'));
    crm.answer(VISITS, ({ query }) =>
      recordPage(query.portal_id === '8' ? [visit('20')] : [visit('17'), visit('16')]),
    );
    const element = await showReady(crm);
    await waitUntil(() => findAll(element, '.filter select').length === 1);
    find(element, '.filter select').focus();
    await sendKeys({ type: 'Outlet' });
    await waitUntil(() => findAll(element, '.row').length === 1);
    assert.equal(element.portalId, '8');
  });
});
