import { CrmError } from '@crm-elements/core';
import { assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmChatThread } from './crm-chat-thread.js';
import '../define.js';
import type { CrmChatSendEvent } from '../events.js';
import { fakeCrm, type FakeCrm, waitUntil } from '@crm-elements/testing';
import { conversation, MESSAGES, message, page, READ, SEND, talk } from '../testing/samples.js';

const quiet = { [MESSAGES]: () => page(), [READ]: () => conversation() };

async function show(crm: FakeCrm, lang = 'en'): Promise<CrmChatThread> {
  const outer = await fixture(
    html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
      <crm-chat-thread conversation-id="70" .client=${crm.client}></crm-chat-thread>
    </div>`,
  );
  return outer.querySelector('crm-chat-thread')!;
}

const all = (element: CrmChatThread, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const texts = (element: CrmChatThread, selector: string) =>
  all(element, selector).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
const input = (element: CrmChatThread) => element.renderRoot.querySelector('textarea');

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmChatThread> {
  const element = await show(crm, lang);
  await waitUntil(() => all(element, '.bubble').length > 0, 'messages are shown');
  return element;
}

describe('<crm-chat-thread>', () => {
  for (const [lang, read] of Object.entries({ en: 'Read', fr: 'Lu', ar: 'قُرئت' })) {
    it(`shows the messages, ${lang}`, async () => {
      const element = await showReady(fakeCrm(quiet), lang);
      assert.deepEqual(texts(element, '.bubble'), ['Does it dim?', 'It does. See https://shop.test/oak.']);
      assert.equal(texts(element, '.status')[0], read);
      const link = element.renderRoot.querySelector('.bubble a');
      assert.equal(link?.getAttribute('href'), 'https://shop.test/oak');
      await expect(element).to.be.accessible();
    });
  }

  it('shows markup as text', async () => {
    const crm = fakeCrm({ ...quiet, [MESSAGES]: () => page([message(1, '<img src=x onerror=alert(1)>')]) });
    const element = await showReady(crm);
    assert.deepEqual(texts(element, '.bubble'), ['<img src=x onerror=alert(1)>']);
    assert.equal(all(element, '.bubble img').length, 0);
  });

  it('sends by Enter, breaks the line by Shift+Enter', async () => {
    const crm = fakeCrm(quiet);
    crm.answer(SEND, ({ body }) => message(3, (body as { text: string }).text, body as object));
    const element = await showReady(crm);
    element.focus();
    await sendKeys({ type: 'One' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'two' });
    const asked = oneEvent(element, 'crm-chat-send');
    await sendKeys({ press: 'Enter' });
    assert.equal(((await asked) as unknown as CrmChatSendEvent).text, 'One\ntwo');
    await waitUntil(() => texts(element, '.bubble').at(-1) === 'One two');
    await waitUntil(() => input(element)!.value === '');
  });

  it('leaves an Enter within a composition to the input method', async () => {
    const crm = fakeCrm(quiet);
    const element = await showReady(crm);
    element.focus();
    await sendKeys({ type: 'にほ' });
    for (const how of [{ isComposing: true }, { keyCode: 229 }]) {
      input(element)!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...how }),
      );
    }
    await element.updateComplete;
    assert.equal(input(element)!.value, 'にほ');
    assert.isFalse(crm.asked.some(({ key }) => key === SEND));
  });

  it('keeps the text when the host cancels', async () => {
    const element = await showReady(fakeCrm(quiet));
    element.addEventListener('crm-chat-send', (event) => event.preventDefault());
    element.focus();
    await sendKeys({ type: 'Stay' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    assert.equal(input(element)!.value, 'Stay');
  });

  it('shows a refused message with a retry that helps, and one that is discarded', async () => {
    const crm = fakeCrm(quiet);
    crm.answer(SEND, () => Promise.reject(new CrmError('refused', 'text_refused', 'no')));
    const element = await showReady(crm);
    element.focus();
    await sendKeys({ type: 'Again' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => texts(element, '.status').at(-1) === 'Not sent');
    await expect(element).to.be.accessible();
    crm.answer(SEND, ({ body }) => message(3, (body as { text: string }).text, body as object));
    all(element, '.actions button')[0]!.click();
    await waitUntil(() => texts(element, '.status').at(-1) === 'Sent');
    assert.equal(texts(element, '.bubble').filter((text) => text === 'Again').length, 1);
  });

  it('says that there is no connection and keeps what is sent', async () => {
    const crm = fakeCrm(quiet);
    crm.answer(SEND, () => Promise.reject(new CrmError('offline', 'offline', 'no')));
    const element = await showReady(crm);
    crm.link.set('offline');
    await waitUntil(() => texts(element, '[part=stale]')[0]?.includes('No connection'));
    element.focus();
    await sendKeys({ type: 'Later' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => texts(element, '.status').at(-1) === 'Sending…');
    await expect(element).to.be.accessible();
  });

  it('shows that the other side is writing', async () => {
    const crm = fakeCrm(quiet);
    const element = await showReady(crm);
    crm.type('conversation/70', 'operator');
    await waitUntil(() => texts(element, '.typing')[0] === 'Noah Bernard is typing…');
  });

  it('tells the end once and takes no more', async () => {
    const crm = fakeCrm(quiet);
    const element = await showReady(crm);
    const ended = oneEvent(element, 'crm-chat-ended');
    const last = message(3, 'ended_by_operator', { author: 'system', name: null });
    crm.answer(MESSAGES, () => page([...talk, last], { state: 'ended', rev: 9, last_seq: 3 }));
    crm.hint('conversation/70', 9);
    await ended;
    await waitUntil(() => input(element) === null);
    assert.deepEqual(texts(element, '.system'), ['Support has ended this chat.']);
    await expect(element).to.be.accessible();
  });

  it('error, with a retry that helps', async () => {
    const crm = fakeCrm(quiet);
    crm.answer(MESSAGES, () => Promise.reject(new CrmError('server', 'internal_error', 'no')));
    const element = await show(crm);
    await waitUntil(() => all(element, '[part=error]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(MESSAGES, () => page());
    all(element, '[part=error] button')[0]!.click();
    await waitUntil(() => all(element, '.bubble').length === 2);
  });
});
