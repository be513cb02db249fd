import { CrmError } from '@crm-elements/core';
import { assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmChat } from './crm-chat.js';
import '../define.js';
import { fakeCrm, type FakeCrm, waitUntil } from '@crm-elements/testing';
import { BEGIN, conversation, END, LIST, MESSAGES, message, page, READ } from '../testing/samples.js';

const waiting = conversation({
  state: 'waiting',
  operator: null,
  last_seq: 1,
  read: { visitor: 1, operator: 0 },
});
const nobody = () => ({ data: [], seq: 0 });

const crmWith = (more: Parameters<typeof fakeCrm>[0] = {}) =>
  fakeCrm({ [LIST]: nobody, [MESSAGES]: () => page(), [READ]: () => conversation(), ...more });

async function show(crm: FakeCrm, lang = 'en'): Promise<CrmChat> {
  const outer = await fixture(
    html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
      <crm-chat popover="manual" .client=${crm.client}></crm-chat>
    </div>`,
  );
  const element = outer.querySelector('crm-chat')!;
  element.open();
  return element;
}

const one = (element: CrmChat, selector: string) => element.renderRoot.querySelector<HTMLElement>(selector);
const focused = (element: CrmChat) => (element.shadowRoot?.activeElement as HTMLInputElement | null)?.name;

async function showForm(crm: FakeCrm, lang?: string): Promise<CrmChat> {
  const element = await show(crm, lang);
  await waitUntil(() => focused(element) === 'name', 'the first field has the focus');
  return element;
}

describe('<crm-chat>', () => {
  for (const [lang, start] of Object.entries({
    en: 'Start chat',
    fr: 'Démarrer la discussion',
    ar: 'ابدأ المحادثة',
  })) {
    it(`asks who it is, ${lang}`, async () => {
      const element = await showForm(crmWith(), lang);
      assert.equal(one(element, '[part=start]')!.textContent.trim(), start);
      await expect(element).to.be.accessible();
    });
  }

  it('says at each field what is missing, and goes to the first', async () => {
    const element = await showForm(crmWith());
    await sendKeys({ type: 'Vera' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element) === 'email');
    assert.equal(one(element, '#name-problem')!.textContent.trim(), '');
    expect(one(element, '#email-problem')!.textContent).to.contain('e-mail address');
    assert.equal(one(element, '#email')!.getAttribute('aria-invalid'), 'true');
    await expect(element).to.be.accessible();
  });

  it('begins a conversation by keyboard and goes on to the composer', async () => {
    const crm = crmWith({
      [BEGIN]: () => waiting,
      [MESSAGES]: () => page([message(1, 'Does it dim?')], waiting),
    });
    const element = await showForm(crm);
    await sendKeys({ type: 'Vera Cole' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'vera@home.test' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Does it dim?' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'crm-chat-thread');
    const begun = crm.asked.find(({ key }) => key === BEGIN)?.body as Record<string, string>;
    assert.deepInclude(begun, { name: 'Vera Cole', email: 'vera@home.test', text: 'Does it dim?' });
    await waitUntil(() => one(element, '.queue')?.textContent.includes('Somebody will be with you'));
    await expect(element).to.be.accessible();
  });

  for (const [lang, words] of Object.entries({
    en: 'Nobody is free right now.',
    fr: 'Personne n’est disponible pour le moment.',
    ar: 'لا أحد متاح الآن.',
  })) {
    it(`says that nobody came, and where the answer will go; one may go on writing, ${lang}`, async () => {
      const crm = crmWith({
        [LIST]: () => ({ data: [waiting], seq: 1 }),
        [MESSAGES]: () => page([message(1, 'Does it dim?')], waiting),
      });
      const element = await show(crm, lang);
      const notice = () => one(element, '[role=status].queue')?.textContent ?? '';
      await waitUntil(() => notice() !== '');
      const node = one(element, '.queue');
      const missed = { ...waiting, state: 'missed' as const, rev: 3 };
      crm.answer(MESSAGES, () => page([], missed));
      crm.hint('conversation/70', 3);
      await waitUntil(() => notice().startsWith(words) && notice().includes('vera@home.test'));
      // The same live region: what changes in it is read out.
      assert.equal(one(element, '.queue'), node);
      await expect(element).to.be.accessible();
      assert.exists(one(element, 'crm-chat-thread')?.shadowRoot?.querySelector('textarea'));
      crm.answer(MESSAGES, () => page([], { ...waiting, rev: 5 }));
      crm.hint('conversation/70', 5);
      await waitUntil(() => !notice().includes('vera@home.test'));
    });
  }

  it('gives the words back when they are refused', async () => {
    const crm = crmWith({ [BEGIN]: () => Promise.reject(new CrmError('refused', 'invalid', 'no')) });
    const element = await showForm(crm);
    for (const [id, value] of [
      ['name', 'Vera'],
      ['email', 'v@home.test'],
      ['text', 'Hello'],
    ] as const) {
      one(element, `#${id}`)!.focus();
      await sendKeys({ type: value });
    }
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => one(element, '[role=alert]') !== null);
    assert.equal((one(element, '#text') as HTMLTextAreaElement).value, 'Hello');
    await expect(element).to.be.accessible();
  });

  it('keeps what was typed when it is closed and taken away', async () => {
    const crm = crmWith();
    const element = await showForm(crm);
    await sendKeys({ type: 'Vera' });
    element.remove();
    const again = await show(crm);
    await waitUntil(() => (one(again, '#name') as HTMLInputElement | null)?.value === 'Vera');
  });

  it('closes by Escape unless the page cancels, and tells it', async () => {
    const element = await showForm(crmWith());
    element.addEventListener('crm-chat-close', (event) => event.preventDefault(), { once: true });
    await sendKeys({ press: 'Escape' });
    assert.isTrue(element.matches(':popover-open'));
    const closed = oneEvent(element, 'crm-chat-closed');
    await sendKeys({ press: 'Escape' });
    await closed;
    assert.isFalse(element.matches(':popover-open'));
  });

  it('counts what comes while it is closed', async () => {
    const crm = crmWith({ [LIST]: () => ({ data: [conversation()], seq: 1 }) });
    const element = await show(crm);
    await waitUntil(() => one(element, 'crm-chat-thread') !== null);
    element.close();
    const told = oneEvent(element, 'crm-chat-unread-changed');
    crm.answer(MESSAGES, () => page([message(3, 'x', { author: 'operator' })], { rev: 5, last_seq: 3 }));
    crm.hint('conversation/70', 5);
    assert.equal(((await told) as unknown as { count: number }).count, 1);
  });

  it('ends, and begins another with the same name', async () => {
    const ended = conversation({ state: 'ended', rev: 9 });
    const crm = crmWith({ [LIST]: () => ({ data: [conversation()], seq: 1 }), [END]: () => ended });
    const element = await show(crm);
    await waitUntil(() => one(element, '[part=end]') !== null);
    crm.answer(MESSAGES, () => page([], ended));
    one(element, '[part=end]')!.click();
    await waitUntil(() => one(element, '[part=end]') === null);
    await expect(element).to.be.accessible();
    one(element, '.after button')!.click();
    await waitUntil(() => one(element, '#text') !== null);
  });

  it('error, with a retry that helps', async () => {
    const crm = crmWith({ [LIST]: () => Promise.reject(new CrmError('server', 'internal_error', 'no')) });
    const element = await show(crm);
    await waitUntil(() => one(element, '[part=error]') !== null);
    await expect(element).to.be.accessible();
    crm.answer(LIST, nobody);
    one(element, '[part=error] button')!.click();
    await waitUntil(() => one(element, '#name') !== null);
  });
});
