import type { VisitorTracking } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import { type Answer, fakeCrm, find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import '../../define.js';

const TRACKING = 'GET /v1/visitor-tracking';

const tracking = (changes: Partial<VisitorTracking>): unknown => ({
  diagnosis: 'never_called',
  has_visits: false,
  portals: [{ id: '7', associated: true, embed_codes: [{ id: '70' }] }],
  ...changes,
});

async function show(answer: Answer) {
  const crm = fakeCrm({ [TRACKING]: answer });
  const page = await fixture(
    html`<div><crm-visits-empty help-href="#faq" .client=${crm.client}></crm-visits-empty></div>`,
  );
  const element = page.querySelector('crm-visits-empty')!;
  await waitUntil(() => crm.asked.length > 0 && findAll(element, '[part=empty]').length > 0);
  return element;
}

describe('<crm-visits-empty>', () => {
  it('[VIS-28, VIS-147] tells the likely cause, and sends the code to the webmaster', async () => {
    const element = await show(() => tracking({}));
    await waitUntil(() => findAll(element, '[part=cause]').length === 1);
    expect(textOf(find(element, '[part=cause]'))).to.contain(
      'No page with the embed code has been opened yet.',
    );
    assert.equal(find(element, 'a').getAttribute('href'), '#faq');
    find(element, 'button').click();
    const sender = element.renderRoot.querySelector('crm-code-sender')!;
    await waitUntil(() => sender.shadowRoot?.querySelector('dialog')?.open === true, 'the dialog opens');
    await expect(element).to.be.accessible();
  });

  it('[VIS-29] offers nothing once visits have come', async () => {
    const element = await show(() => tracking({ has_visits: true, diagnosis: null }));
    await element.updateComplete;
    expect(findAll(element, 'button, a')).to.have.length(0);
  });

  it('tells those who may not set it up that there are no visits, and no more', async () => {
    const element = await show(() => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')));
    await element.updateComplete;
    expect(findAll(element, 'button, a, [part=cause]')).to.have.length(0);
    await expect(element).to.be.accessible();
  });
});
