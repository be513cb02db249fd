import { find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../define.js';
import { contactsList, leadCrm, READ } from '../page/testing/samples.js';
import type { CrmRelatedList } from '../page/related/crm-related-list.js';

const away: { type: 'move'; position: [number, number] } = { type: 'move', position: [700, 550] };

/** A related list with one row. */
async function show(): Promise<{ list: CrmRelatedList; link: HTMLElement }> {
  const { client, answer } = leadCrm();
  answer(READ, () => ({ data: [{ id: '31', Full_Name: 'Charles Babbage', Phone: '+44 20' }] }));
  const list = await fixture<CrmRelatedList>(html`
    <crm-related-list module="Leads" record-id="7" .list=${contactsList} .client=${client}></crm-related-list>
  `);
  await waitUntil(() => findAll(list, '.record').length === 1, 'the row is shown');
  return { list, link: find(list, '.record') };
}

const cardIn = (list: CrmRelatedList) => list.renderRoot.querySelector('crm-record-card');
const isShown = (list: CrmRelatedList) => {
  const card = cardIn(list);
  return card !== null && find(card, '.menu').matches(':popover-open') && findAll(card, 'dd').length > 0;
};
const middle = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
const point = (element: Element) => sendMouse({ type: 'move', position: middle(element) });
const untilShown = (list: CrmRelatedList) => waitUntil(() => isShown(list), 'it is shown');

describe('a link to a record', () => {
  beforeEach(() => sendMouse(away));

  it('has no card before somebody is interested', async () => {
    const { list } = await show();
    assert.isNull(cardIn(list));
  });

  it('shows the card of its record to a pointer, moves nothing, and lets it go with Escape', async () => {
    const { list, link } = await show();
    const before = list.getBoundingClientRect().height;
    await point(link);
    await untilShown(list);
    const card = cardIn(list)!;
    assert.equal(textOf(find(card, 'strong')), 'Charles Babbage');
    assert.equal(list.getBoundingClientRect().height, before);
    await expect(list).to.be.accessible();
    await point(find(card, 'dl'));
    assert.isTrue(isShown(list), 'it stays while the pointer is on it');
    await sendKeys({ press: 'Escape' });
    assert.isFalse(isShown(list));
  });

  it('goes when the pointer leaves', async () => {
    const { list, link } = await show();
    await point(link);
    await untilShown(list);
    await sendMouse(away);
    await waitUntil(() => !isShown(list));
  });

  it('shows it by keyboard: Tab leads into it, Escape back', async () => {
    const { list, link } = await show();
    find(list, '.scroll').focus();
    await sendKeys({ press: 'Tab' });
    assert.equal(list.shadowRoot?.activeElement, link);
    await untilShown(list);
    await sendKeys({ press: 'Tab' });
    assert.equal(list.shadowRoot?.activeElement, cardIn(list));
    await sendKeys({ press: 'Escape' });
    assert.isFalse(isShown(list));
    assert.equal(list.shadowRoot?.activeElement, link);
  });

  it('takes its card along when it goes', async () => {
    const { list, link } = await show();
    await point(link);
    await untilShown(list);
    list.remove();
    assert.isNull(cardIn(list));
  });
});
