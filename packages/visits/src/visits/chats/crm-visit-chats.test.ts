import { visitsRoom } from '../../shared/room.js';
import { CrmError } from '@crm-elements/core';
import {
  fakeCrm,
  type FakeCrm,
  find,
  findAll,
  later,
  recordPage,
  texts,
  waitUntil,
} from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import type { CrmVisitChats } from './crm-visit-chats.js';
import '../../define.js';
import { ACTIONS, chat } from '../../testing/samples.js';

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisitChats> {
  const page = await fixture(
    html`<div lang=${lang}><crm-visit-chats visit-id="42" .client=${client}></crm-visit-chats></div>`,
  );
  return page.querySelector('crm-visit-chats')!;
}

const titles = async (element: CrmVisitChats) => {
  await waitUntil(() => findAll(element, 'section').length > 0, 'chats are shown');
  return texts(element, '.title strong');
};

describe('<crm-visit-chats>', () => {
  it('[VIS-37] tells each chat of a visit in order, with who said what', async () => {
    const newestFirst = [chat('2', { Attended_By: null, Transcript: [] }), chat('1')];
    const crm = fakeCrm({ [ACTIONS]: () => recordPage(newestFirst) });
    const element = await show(crm);
    assert.deepEqual(await titles(element), ['Chat with Noah Bernard', 'Chat that nobody answered']);
    assert.deepEqual(texts(element, '.author'), ['Vera Cole', 'Noah Bernard']);
    assert.equal(findAll(element, '.text')[1]?.textContent, 'It does.\nTo a tenth.');
    assert.deepEqual(crm.asked[0]?.params, { module: 'Visits', id: '42', related: 'Chat_Transcripts' });
    await expect(element).to.be.accessible();
  });

  it('keeps markup in what was said as text', async () => {
    const message = { author: 'visitor' as const, name: null, text: '<img src=x onerror=alert(1)>', at: '' };
    const element = await show(
      fakeCrm({ [ACTIONS]: () => recordPage([chat('1', { Transcript: [message] })]) }),
    );
    await titles(element);
    assert.equal(find(element, '.text').textContent, message.text);
    assert.equal(find(element, '.author').textContent, 'Visitor');
  });

  it('shows nothing where there was no chat', async () => {
    const answer = later<unknown>();
    const element = await show(fakeCrm({ [ACTIONS]: () => answer.promise }));
    await waitUntil(() => findAll(element, '[part=loading]').length > 0);
    answer.resolve(undefined);
    await waitUntil(
      () => element.renderRoot.querySelector('*:not(style, slot)') === null,
      'nothing is drawn',
    );
  });

  it('shows a chat as it goes on', async () => {
    const crm = fakeCrm({ [ACTIONS]: () => undefined });
    const element = await show(crm);
    await waitUntil(() => crm.members(visitsRoom) > 0);
    crm.answer(ACTIONS, () => recordPage([chat('1')]));
    crm.hint(visitsRoom, 1);
    assert.deepEqual(await titles(element), ['Chat with Noah Bernard']);
  });

  it('says why there is nothing, and tries again', async () => {
    const crm = fakeCrm({
      [ACTIONS]: () => {
        throw new CrmError('server', 'server', '');
      },
    });
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=error]').length > 0);
    await expect(element).to.be.accessible();
    crm.answer(ACTIONS, () => recordPage([chat('1')]));
    find(element, '[part=error] button').click();
    assert.deepEqual(await titles(element), ['Chat with Noah Bernard']);
  });

  for (const [lang, title] of Object.entries({
    fr: 'Discussion avec Noah Bernard',
    ar: 'محادثة مع Noah Bernard',
  })) {
    it(`speaks ${lang}`, async () => {
      const element = await show(fakeCrm({ [ACTIONS]: () => recordPage([chat('1')]) }), lang);
      assert.deepEqual(await titles(element), [title]);
    });
  }
});
