import { fakeCrm, find, findAll, recordPage, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import { ACTIONS, PORTALS, portalList, visit } from '../../testing/samples.js';

async function show(answer: Parameters<typeof fakeCrm>[0][string]) {
  const crm = fakeCrm({ [ACTIONS]: answer, [PORTALS]: () => portalList('Acme', 'Outlet') });
  const page = await fixture(
    html`<div>
      <crm-record-visits module="Leads" record-id="900" .client=${crm.client}></crm-record-visits>
    </div>`,
  );
  return { crm, element: page.querySelector('crm-record-visits')! };
}

describe('<crm-record-visits>', () => {
  it('[VIS-92] lists address, page, minutes, referrer and search engine of each visit', async () => {
    const { crm, element } = await show(() => recordPage([visit('17'), visit('16')]));
    await waitUntil(() => findAll(element, 'tbody tr').length === 2);
    assert.deepEqual(crm.asked.find(({ key }) => key === ACTIONS)?.params, {
      module: 'Leads',
      id: '900',
      related: 'Visits',
    });
    assert.deepEqual(texts(element, 'thead th').slice(1), [
      'IP Address',
      'Visited Page',
      'Time Spent (Minutes)',
      'Referrer',
      'Search Engine',
    ]);
    await expect(element).to.be.accessible();
  });

  it('[VIS-93] limits the visits to one portal, by keyboard', async () => {
    const { element } = await show(({ query }) =>
      recordPage(query.portal_id === '8' ? [visit('17')] : [visit('17'), visit('16')]),
    );
    await waitUntil(
      () => findAll(element, 'tbody tr').length === 2 && findAll(element, 'select').length === 1,
    );
    find(element, 'select').focus();
    await sendKeys({ type: 'Outlet' });
    await waitUntil(() => findAll(element, 'tbody tr').length === 1);
  });

  it('says that there are none', async () => {
    const { element } = await show(() => undefined);
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    await expect(element).to.be.accessible();
  });
});
