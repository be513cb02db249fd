import type { VisitReport } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import { type Answer, fakeCrm, find, findAll, later, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import '../define.js';
import { PORTALS, portalList } from '../testing/samples.js';

const REPORT = 'GET /v1/visit-report';

const report: VisitReport = {
  from: '2026-03-01',
  to: '2026-03-03',
  visits: 6,
  visitors: 4,
  chats: 1,
  leads: 2,
  minutes: 12.5,
  by_day: [
    { day: '2026-03-01', visits: 4, visitors: 3 },
    { day: '2026-03-02', visits: 0, visitors: 0 },
    { day: '2026-03-03', visits: 2, visitors: 1 },
  ],
  by_source: [{ kind: 'search', label: 'Google', visits: 6, minutes: 12.5 }],
  by_page: [{ label: 'https://shop.test/lamps', visits: 6, minutes: 12.5 }],
  by_country: [
    { label: 'DE', visits: 5, minutes: 12 },
    { label: null, visits: 1, minutes: 0.5 },
  ],
  by_browser: [{ label: 'Firefox 144', visits: 6, minutes: 12.5 }],
  by_visitor_type: [{ label: 'Lead', visits: 6, minutes: 12.5 }],
};

async function show(answer: Answer, lang = 'en') {
  const crm = fakeCrm({ [REPORT]: answer, [PORTALS]: () => portalList('Acme', 'Outlet') });
  const host = await fixture(
    html`<div lang=${lang}>
      <crm-visit-report .client=${crm.client}></crm-visit-report>
      <crm-visit-chart .client=${crm.client}></crm-visit-chart>
    </div>`,
  );
  return {
    crm,
    element: host.querySelector('crm-visit-report')!,
    chart: host.querySelector('crm-visit-chart')!,
  };
}

describe('<crm-visit-report> and <crm-visit-chart>', () => {
  it('show sums, days with their table, sources and pages', async () => {
    const { element, chart } = await show(() => report);
    await waitUntil(() => findAll(element, 'rect').length > 0 && findAll(chart, 'rect').length > 0);
    assert.deepEqual(texts(element, 'dd'), ['6', '4', '2', '1', '13']);
    assert.deepEqual(texts(element, '.figures tbody td'), ['4', '3', '0', '0', '2', '1']);
    assert.includeMembers(texts(element, '.bars bdi'), ['Google · Search', 'Germany', 'Unknown']);
    assert.include(texts(chart, '.bars bdi'), 'shop.test/lamps');
    await expect(element).to.be.accessible();
    await expect(chart).to.be.accessible();
  });

  it('asks for the days that were chosen, and says when they are the wrong way round', async () => {
    const { crm, element } = await show(() => report);
    await waitUntil(() => findAll(element, 'rect').length > 0);
    const choose = (id: string, day: string) => {
      (find(element, `#${id}`) as HTMLInputElement).value = day;
      find(element, `#${id}`).dispatchEvent(new Event('change'));
    };
    choose('from', '2026-04-01');
    await waitUntil(() => findAll(element, '[role=alert]').length === 1);
    assert.equal((find(element, '#from') as HTMLInputElement).value, '2026-04-01');
    await expect(element).to.be.accessible();
    choose('to', '2026-04-09');
    await waitUntil(() =>
      crm.asked.some(({ query }) => query.from === '2026-04-01' && query.to === '2026-04-09'),
    );
  });

  it('[VIS-144] say that tracking is switched off, and show no chart', async () => {
    const { element, chart } = await show(() =>
      Promise.reject(new CrmError('not_found', 'not_found', 'off')),
    );
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    expect(findAll(chart, '*')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  for (const [name, answer] of [
    ['loading', () => later().promise],
    ['forbidden', () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no'))],
    ['error', () => Promise.reject(new CrmError('server', 'server', 'no'))],
  ] as const) {
    it(`are drawn while ${name}`, async () => {
      const { element } = await show(answer);
      await waitUntil(() => findAll(element, `[part=${name}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }
});
