import { CrmError } from '@crm-elements/core';
import { assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CrmChatConsole } from './crm-chat-console.js';
import '../define-console.js';
import { fakeCrm, type FakeCrm, waitUntil } from '@crm-elements/testing';
import {
  ACCEPT,
  conversation,
  END,
  LIST,
  MESSAGES,
  message,
  noah,
  page,
  PRESENCE,
  READ,
} from '../testing/samples.js';

const waiting = conversation({
  state: 'waiting',
  operator: null,
  last_seq: 1,
  read: { visitor: 1, operator: 0 },
});
const missed = conversation({
  id: '72',
  state: 'missed',
  operator: null,
  missed_at: new Date(Date.now() - 120_000).toISOString(),
  visitor: { name: 'Ines Roy', email: 'ines@home.test' },
});
const mine = conversation({ id: '71', visitor: { name: 'Omar Diaz', email: null } });
const first = [message(1, 'Does it dim?')];

const crmWith = (...chats: ReturnType<typeof conversation>[]) =>
  fakeCrm({
    [LIST]: () => ({ data: chats, seq: 1 }),
    [MESSAGES]: () => page(first, waiting),
    [READ]: () => conversation(),
    [PRESENCE]: () => ({ id: noah.id, available: true }),
    'GET /v1/visitors': () => ({ data: [], seq: 1, next_cursor: null }),
  });

async function show(crm: FakeCrm, lang = 'en'): Promise<CrmChatConsole> {
  const outer = await fixture(
    html`<div lang=${lang} dir=${lang === 'ar' ? 'rtl' : 'ltr'}>
      <crm-chat-console .client=${crm.client}></crm-chat-console>
    </div>`,
  );
  return outer.querySelector('crm-chat-console')!;
}

const all = (element: CrmChatConsole, selector: string) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];
const texts = (element: CrmChatConsole, selector: string) =>
  all(element, selector).map((one) => one.textContent.replace(/\s+/g, ' ').trim());

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmChatConsole> {
  const element = await show(crm, lang);
  await waitUntil(() => all(element, '.chat').length > 0, 'chats are listed');
  return element;
}

describe('<crm-chat-console>', () => {
  for (const [lang, titles] of Object.entries({
    en: ['Waiting 1', 'My chats 1'],
    fr: ['En attente 1', 'Mes discussions 1'],
    ar: ['في الانتظار 1', 'محادثاتي 1'],
  })) {
    it(`lists who waits and whom one talks to, ${lang}`, async () => {
      const element = await showReady(crmWith(waiting, mine), lang);
      assert.deepEqual(texts(element, '.group-title'), titles);
      assert.deepEqual(texts(element, '.chat .name'), ['Vera Cole', 'Omar Diaz']);
      await expect(element).to.be.accessible();
    });
  }

  it('takes a waiting chat by keyboard and goes on to the composer', async () => {
    const crm = crmWith(waiting, mine);
    const element = await showReady(crm);
    all(element, '.chat')[1]!.focus();
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('part') === 'accept');
    await expect(element).to.be.accessible();
    const taken = conversation({ operator: noah, rev: 5 });
    crm.answer(ACCEPT, () => taken);
    crm.answer(LIST, () => ({ data: [taken, mine], seq: 2 }));
    const accepted = oneEvent(element, 'crm-chat-accepted');
    await sendKeys({ press: 'Enter' });
    await accepted;
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'crm-chat-thread');
    await expect(element).to.be.accessible();
  });

  it('tells who was faster', async () => {
    const crm = crmWith(waiting);
    const element = await showReady(crm);
    all(element, '.chat')[0]!.click();
    await waitUntil(() => all(element, '[part=accept]').length === 1);
    const taken = conversation({ operator: { id: '6', name: 'Ada Martin' }, rev: 5 });
    crm.answer(ACCEPT, () => Promise.reject(new CrmError('refused', 'conflict', 'no')));
    crm.answer(MESSAGES, () => page([], taken));
    crm.answer(LIST, () => ({ data: [taken], seq: 2 }));
    all(element, '[part=accept]')[0]!.click();
    await waitUntil(() => texts(element, '.foot p')[0] === 'Ada Martin has taken this chat.');
  });

  it('tells once of a chat that is new', async () => {
    const crm = crmWith(mine);
    const element = await showReady(crm);
    crm.answer(LIST, () => ({ data: [mine, waiting], seq: 2 }));
    crm.hint('conversations', 2);
    await waitUntil(
      () => texts(element, '[role=status].visually-hidden')[0] === 'New chat waiting: Vera Cole',
    );
  });

  for (const [lang, title] of Object.entries({ en: 'Missed 1', fr: 'Manquées 1', ar: 'فائتة 1' })) {
    it(`keeps a missed chat apart, to be accepted still, ${lang}`, async () => {
      const crm = crmWith(missed, mine);
      crm.answer(MESSAGES, () => page(first, missed));
      const element = await showReady(crm, lang);
      assert.deepEqual(texts(element, '.chat .name'), ['Omar Diaz', 'Ines Roy']);
      assert.equal(texts(element, '.group-title')[1], title);
      assert.notEqual(texts(element, '.chat[data-state=missed] .since')[0], '');
      all(element, '.chat')[1]!.click();
      await waitUntil(() => all(element, '[part=accept]').length === 1);
      assert.equal(all(element, '.foot a')[0]?.getAttribute('href'), 'mailto:ines@home.test');
      await expect(element).to.be.accessible();
      crm.answer(ACCEPT, () =>
        conversation({ ...missed, state: 'active', missed_at: null, operator: noah, rev: 5 }),
      );
      const accepted = oneEvent(element, 'crm-chat-accepted');
      all(element, '[part=accept]')[0]!.click();
      await accepted;
      await waitUntil(() => all(element, '[part=accept]').length === 0);
    });
  }

  it('tells again of a missed chat when its visitor writes again', async () => {
    const crm = crmWith(waiting, mine);
    const element = await showReady(crm);
    const news = () => texts(element, '[role=status].visually-hidden')[0];
    assert.equal(news(), '');
    crm.answer(LIST, () => ({ data: [mine, { ...waiting, state: 'missed' }], seq: 2 }));
    crm.hint('conversations', 2);
    await waitUntil(() => texts(element, '.group-title').includes('Missed 1'));
    crm.answer(LIST, () => ({ data: [waiting, mine], seq: 3 }));
    crm.hint('conversations', 3);
    await waitUntil(() => news() === 'New chat waiting: Vera Cole');
  });

  it('ends a chat and goes back to the list', async () => {
    const crm = crmWith(waiting, mine);
    crm.answer(MESSAGES, () => page(undefined, mine));
    const element = await showReady(crm);
    all(element, '.chat')[1]!.click();
    await waitUntil(() => all(element, '[part=end]').length === 1);
    crm.answer(END, () => ({ ...mine, state: 'ended', rev: 9 }));
    all(element, '[part=end]')[0]!.click();
    await waitUntil(() => texts(element, '.foot p')[0]?.startsWith('This chat has ended'));
    await waitUntil(() => element.shadowRoot?.activeElement?.classList.contains('chat'));
  });

  it('empty, and for those who do not attend chats', async () => {
    const crm = crmWith();
    const element = await show(crm);
    await waitUntil(() => all(element, '[part=empty]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(LIST, () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')));
    crm.hint('conversations', 2);
    await waitUntil(() => all(element, '[part=forbidden]').length === 1);
    await expect(element).to.be.accessible();
  });
});
