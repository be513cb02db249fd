import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmVisitors } from './crm-visitors.js';
import '../define.js';
import { PORTALS, portalList, visitor, visitorPage, VISITORS } from '../testing/samples.js';
import type { CrmCallPlaceEvent } from './events.js';

const COMMANDS = 'POST /v1/visits/:id/commands';
const RINGS = 'GET /v1/visitor-rings';
const UPDATE = 'PUT /crm/v8/:module/:id';

const ada = visitor('4821', {
  record: { id: '900', module: 'Leads', name: 'Ada Lovelace' },
  visitor_type: 'Lead',
  phone: '+33 1 23 45 67 89',
});
const bob = visitor('4822', {
  record: { id: '901', module: 'Contacts', name: 'Bob Byrne' },
  visitor_type: 'Customer',
});
const rings = ['(Visitor_Type:equals:Customer)', '(Visitor_Type:equals:Lead)', '(Returning:equals:true)'];
const crmWith = () =>
  fakeCrm({
    [VISITORS]: () => visitorPage([ada, bob, visitor('17')]),
    [PORTALS]: () => portalList('Acme'),
    [RINGS]: () => ({ rings: [...rings, '(Number_Of_Pages:greater_than:9)'] }),
    [COMMANDS]: () => ({ n: 1 }),
    [UPDATE]: () => ({ data: [{ code: 'SUCCESS', status: 'success', message: 'ok', details: {} }] }),
  });

async function show(crm = crmWith(), lang = 'en'): Promise<CrmVisitors> {
  const page = await fixture(
    html`<div lang=${lang}><crm-visitors .client=${crm.client}></crm-visitors></div>`,
  );
  const element = page.querySelector('crm-visitors')!;
  await waitUntil(() => findAll(element, '.visitor').length > 0);
  return element;
}

const action = (element: CrmVisitors, label: string) => find(element, `[aria-label="${label}"]`);

async function promptOf(element: CrmVisitors) {
  await waitUntil(() => element.renderRoot.querySelector('crm-visitor-prompt')?.hasUpdated, 'it asks');
  return element.renderRoot.querySelector('crm-visitor-prompt')!;
}

const typed = (prompt: Awaited<ReturnType<typeof promptOf>>) => find(prompt, '#text') as HTMLTextAreaElement;

describe('the groups of online visitors', () => {
  it('[VIS-108] shows one group with its number, and everybody again', async () => {
    const element = await show();
    assert.deepEqual(texts(element, '.groups .group'), [
      'All 3',
      'Customers 1',
      'Potential customers 0',
      'Leads/Contacts 1',
      'Unknown 1',
    ]);
    findAll(element, '.groups .group')[3]!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => texts(element, '.name').join() === 'Ada Lovelace');
    await expect(element).to.be.accessible();
    findAll(element, '.groups .group')[2]!.click();
    await waitUntil(() => findAll(element, '.nobody').length === 1);
    findAll(element, '.groups .group')[0]!.click();
    await waitUntil(() => findAll(element, '.visitor').length === 3);
  });
});

describe('what can be done with an online visitor', () => {
  it('invites with a text, which stays when it could not be sent', async () => {
    const crm = crmWith();
    crm.answer(COMMANDS, () => Promise.reject(new CrmError('server', 'internal_error', 'no')));
    const element = await show(crm);
    action(element, 'Invite Ada Lovelace to chat').focus();
    await sendKeys({ press: 'Enter' });
    const prompt = await promptOf(element);
    await expect(prompt).to.be.accessible();
    typed(prompt).value = 'May I help?';
    find(prompt, '.primary').click();
    await waitUntil(() => findAll(prompt, '.fault').length === 1);
    assert.equal(typed(prompt).value, 'May I help?');
    crm.answer(COMMANDS, () => ({ n: 1 }));
    find(prompt, '.primary').click();
    await waitUntil(() => textOf(find(element, '[role=status]')) === 'Ada Lovelace was invited.');
    const { params, body } = crm.asked.at(-1)!;
    assert.deepEqual([params.id, body], ['4821', { type: 'invite', text: 'May I help?' }]);
    await waitUntil(() => !element.renderRoot.querySelector('crm-visitor-prompt'));
  });

  it('opens the chat on their page, unless the host does it otherwise', async () => {
    const crm = crmWith();
    const element = await show(crm);
    action(element, 'Open chat on the page of Bob Byrne').click();
    await waitUntil(() => crm.asked.at(-1)?.key === COMMANDS);
    assert.deepEqual(crm.asked.at(-1)?.body, { type: 'open_chat' });
    const count = crm.asked.length;
    element.addEventListener('crm-visitor-command', (event) => event.preventDefault());
    action(element, 'Open chat on the page of Ada Lovelace').click();
    await element.updateComplete;
    assert.equal(crm.asked.length, count);
  });

  it('says why it could not', async () => {
    const crm = crmWith();
    crm.answer(COMMANDS, () => Promise.reject(new CrmError('not_found', 'not_found', 'no')));
    const element = await show(crm);
    action(element, 'Open chat on the page of Bob Byrne').click();
    await waitUntil(() => textOf(find(element, '[role=status]')) === 'The visitor has left.');
    await expect(element).to.be.accessible();
  });

  it('[VIS-128] [VIS-130] calls by a link, which a host may replace', async () => {
    const element = await show();
    const call = action(element, 'Call Ada Lovelace, +33 1 23 45 67 89');
    assert.equal(call.getAttribute('href'), 'tel:+33123456789');
    assert.equal(findAll(element, '[part=call]').length, 1);
    let placed: CrmCallPlaceEvent | undefined;
    element.addEventListener('crm-call-place', (event) => {
      placed = event;
      event.preventDefault();
    });
    let isFollowed = true;
    element.addEventListener('click', (event) => (isFollowed = !event.defaultPrevented));
    call.click();
    assert.deepEqual([placed?.phone, placed?.record, isFollowed], [ada.phone, ada.record, false]);
  });

  it('[VIS-129] adds a number, and the call icon appears', async () => {
    const crm = crmWith();
    const element = await show(crm);
    action(element, 'Add number: mobile of Bob Byrne').click();
    const prompt = await promptOf(element);
    (find(prompt, '#text') as HTMLInputElement).value = 'call me';
    find(prompt, '.primary').click();
    await waitUntil(() => findAll(prompt, '.fault').length === 1);
    await expect(prompt).to.be.accessible();
    (find(prompt, '#text') as HTMLInputElement).value = '+44 20 7946 0958';
    find(prompt, '.primary').click();
    await waitUntil(() => findAll(element, '[part=call]').length === 2);
    const { params, body } = crm.asked.at(-1)!;
    assert.deepEqual(
      [params, body],
      [{ module: 'Contacts', id: '901' }, { data: [{ Mobile: '+44 20 7946 0958' }] }],
    );
  });

  it('offers nothing for who has left, and no number for who is unknown', async () => {
    const element = await show();
    assert.equal(findAll(element, '.visitor:last-of-type .action').length, 2);
  });
});

describe('the rings', () => {
  async function showRings(lang?: string) {
    const element = await show(crmWith(), lang);
    find(element, '[data-view=rings]').click();
    await waitUntil(() => element.renderRoot.querySelector('crm-visitor-rings')?.hasUpdated);
    const inside = element.renderRoot.querySelector('crm-visitor-rings')!;
    await waitUntil(() => findAll(inside, 'section').length > 0);
    return { element, inside };
  }

  it('puts each visitor into the ring of the criteria, with a list for everybody', async () => {
    const { element, inside } = await showRings();
    assert.deepEqual(texts(inside, 'h3'), ['Ring 1, inmost 1', 'Ring 2 1', 'Outside the rings 1']);
    assert.deepEqual(texts(inside, '.name'), ['Bob Byrne', 'Ada Lovelace', 'Visitor 1017']);
    assert.equal(findAll(inside, 'circle.visitor').length, 3);
    await expect(element).to.be.accessible();
    let opened = '';
    element.addEventListener('crm-visitor-open', ({ visitId }) => (opened = visitId));
    findAll(inside, '.name')[1]!.focus();
    await sendKeys({ press: 'Enter' });
    assert.equal(opened, '4821');
  });

  it('goes back to the list, and follows the group', async () => {
    const { element, inside } = await showRings('fr');
    findAll(element, '.groups .group')[1]!.click();
    await waitUntil(() => texts(inside, '.name').join() === 'Bob Byrne');
    assert.deepEqual(texts(inside, 'h3'), ['Anneau 1, au centre 1']);
    find(element, '[data-view=list]').click();
    await waitUntil(() => texts(element, '.name').join() === 'Bob Byrne');
  });
});
