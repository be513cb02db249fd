import { find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  ada,
  bob,
  crmWith,
  eve,
  focused,
  have,
  notice,
  press,
  ROOM,
  show,
  showWith,
} from './testing/show-notices.js';

describe('the pop-ups of visitors', () => {
  it('[VIS-110] [VIS-111] [VIS-112] say who has come, by what they are to the CRM', async () => {
    const element = await showWith(crmWith(), notice(1, ada), notice(2, eve), notice(3, bob));
    assert.deepEqual(texts(element, '.pop-up .type'), [
      'Customer online',
      'Potential customer online',
      'Lead online',
    ]);
    assert.deepEqual(texts(element, '.pop-up .name'), ['Bob Byrne', 'Eve Moran', 'Ada Lovelace']);
    assert.include(textOf(find(element, '.pop-up')), 'Alma From Google ·');
    await waitUntil(() =>
      findAll(element, '[role=status]').some((one) => textOf(one) === '3 new visitors on the site'),
    );
    await expect(element).to.be.accessible();
  });

  it('[VIS-113] [VIS-114] are three at a time, and the others a number that leads to the list', async () => {
    const crm = crmWith(notice(1));
    const element = await showWith(crm, notice(1), ...[2, 3, 4, 5, 6].map((seq) => notice(seq)));
    assert.equal(findAll(element, '.pop-up').length, 3);
    assert.equal(textOf(find(element, '.pop-up .type')), 'Unknown visitor online');
    await press(element, '.more');
    await waitUntil(() => findAll(element, '.notice-line').length === 6);
    await waitUntil(() => findAll(element, '.pop-up').length === 0, 'the list is enough');
    assert.isFalse(find(element, '#pop-ups').matches(':popover-open'));
  });

  it('tell nobody of those who were there before, nor twice after the link was lost', async () => {
    const crm = crmWith(notice(1, ada));
    const element = await showWith(crm, notice(1, ada), notice(2, bob));
    assert.deepEqual(texts(element, '.pop-up .name'), ['Bob Byrne']);
    await press(element, '.dismiss');
    await waitUntil(() => findAll(element, '.pop-up').length === 0);
    const asked = crm.asked.length;
    crm.link.set('online');
    crm.link.set('offline');
    crm.link.set('online');
    await waitUntil(() => crm.asked.length > asked);
    have(crm, [notice(1, ada), notice(2, bob), notice(3, eve)]);
    await waitUntil(() => texts(element, '.pop-up .name').length > 0);
    assert.deepEqual(texts(element, '.pop-up .name'), ['Eve Moran']);
  });

  it('are reached by F6 and left by Escape, without ever taking the focus', async () => {
    const crm = crmWith();
    const element = await show(crm);
    const before = element.parentElement!.querySelector<HTMLElement>('#before')!;
    before.focus();
    await waitUntil(() => crm.members(ROOM) > 0);
    have(crm, [notice(1, ada), notice(2, bob)]);
    await waitUntil(() => findAll(element, '.pop-up').length === 2);
    assert.equal(document.activeElement, before);
    await sendKeys({ press: 'F6' });
    assert.equal(focused(element), 'Bob Byrne');
    await sendKeys({ press: 'F6' });
    assert.equal(document.activeElement, before);
    await sendKeys({ press: 'F6' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => focused(element) === 'Ada Lovelace');
    assert.deepEqual(texts(element, '.pop-up .name'), ['Ada Lovelace']);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => findAll(element, '.pop-up').length === 0);
    assert.equal(document.activeElement, before);
  });

  it('go all at once, and the focus to the button', async () => {
    const element = await showWith(crmWith(), notice(1, ada), notice(2, bob));
    await press(element, '.foot .button:last-child');
    await waitUntil(() => findAll(element, '.pop-up').length === 0);
    assert.equal(element.shadowRoot?.activeElement, find(element, '[part=bell]'));
  });

  it('open the record by a link of the host, or ask the host', async () => {
    const element = await showWith(crmWith(), notice(1), notice(2, ada));
    let opened = '';
    element.addEventListener('crm-visitor-open', (event) => {
      opened = `${event.visitId} ${event.record?.id ?? ''}`;
      event.preventDefault();
    });
    await press(element, '.pop-up .name');
    assert.equal(opened, '4002 900');
    element.hrefFor = (module, id) => `#${module}/${id}`;
    await element.updateComplete;
    const hrefs = findAll(element, '.pop-up .name').map((link) => link.getAttribute('href'));
    assert.deepEqual(hrefs, ['#Leads/900', '#Visits/4001']);
    let isFollowed = true;
    element.addEventListener('click', (event) => (isFollowed = !event.defaultPrevented));
    find(element, '.pop-up .name').click();
    assert.isFalse(isFollowed);
  });

  it('invite, open the chat, and say what came of it', async () => {
    const crm = crmWith();
    const element = await showWith(crm, notice(1, ada));
    await press(element, '[aria-label="Open chat on the page of Ada Lovelace"]');
    await waitUntil(() => textOf(find(element, '.said')) === 'The chat opens on the page of Ada Lovelace.');
    assert.deepEqual(crm.asked.at(-1)?.body, { type: 'open_chat' });
    await press(element, '[aria-label="Invite Ada Lovelace to chat"]');
    await waitUntil(() => element.renderRoot.querySelector('crm-visitor-prompt')?.hasUpdated);
    assert.equal(findAll(element, '.pop-up').length, 1);
  });
});
