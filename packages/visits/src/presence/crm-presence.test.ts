import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import '../define-presence.js';
import { visitsRoom } from '../shared/room.js';
import type { CrmPresence } from './crm-presence.js';
import type { CrmPresenceChangedEvent } from './events.js';

const PRESENCE = 'GET /v1/presence';
const page = (title: string) => ({ title, url: 'https://shop.test/', at: new Date().toISOString() });
const presence = (ids: string[], seq = 1, title = 'Lamps') => ({
  data: ids.map((id) => ({ record_id: id, visit_id: `9${id}`, page: page(title) })),
  seq,
});

const show = async ({ client }: FakeCrm, ids: string[], lang = 'en') => {
  const list = await fixture(
    html`<ul lang=${lang}>
      ${ids.map((id) => html`<li>Ada <crm-presence record-id=${id} .client=${client}></crm-presence></li>`)}
    </ul>`,
  );
  return [...list.querySelectorAll('crm-presence')];
};
const labels = (dots: CrmPresence[]) =>
  dots.map((dot) => findAll(dot, '[role=img]')[0]?.getAttribute('aria-label') ?? '');

describe('<crm-presence>', () => {
  it('[VIS-117] shows who is on the site, with words, and one request asks for all', async () => {
    const crm = fakeCrm({ [PRESENCE]: () => presence(['2']) });
    const dots = await show(crm, ['1', '2', '3']);
    await waitUntil(() => dots[1]?.online);
    assert.deepEqual(labels(dots), ['', 'Online now, on “Lamps”', '']);
    assert.deepEqual(
      crm.asked.map(({ query }) => query.ids),
      ['1,2,3'],
    );
    assert.equal(getComputedStyle(dots[0]!).display, 'none');
    await expect(dots[1]!.closest('ul')).to.be.accessible();
  });

  it('follows who comes and goes within two seconds, and tells the page', async () => {
    const crm = fakeCrm({ [PRESENCE]: () => presence([]) });
    const dots = await show(crm, ['1', '2']);
    await waitUntil(() => crm.asked.length === 1);
    const told: [string, boolean][] = [];
    dots[0]!
      .closest('ul')!
      .addEventListener('crm-presence-changed', ({ recordId, isOnline }: CrmPresenceChangedEvent) =>
        told.push([recordId, isOnline]),
      );
    crm.answer(PRESENCE, () => presence(['1'], 2));
    crm.hint(visitsRoom, 2);
    await waitUntil(() => dots[0]?.online, 'comes');
    crm.answer(PRESENCE, () => presence(['2'], 3));
    crm.hint(visitsRoom, 3);
    await waitUntil(() => dots[1]?.online && !dots[0]?.online, 'goes');
    await waitUntil(() => told.length === 3);
    assert.deepEqual(told[0], ['1', true]);
    assert.sameDeepMembers(told.slice(1), [
      ['1', false],
      ['2', true],
    ]);
  });

  it('asks for what is added later, and no more for what is gone', async () => {
    const crm = fakeCrm({ [PRESENCE]: () => presence([]) });
    const [first, second] = await show(crm, ['1', '2']);
    await waitUntil(() => crm.asked.length === 1);
    first!.remove();
    second!.recordId = '3';
    await waitUntil(() => crm.asked.length === 2);
    assert.equal(crm.asked[1]?.query.ids, '3');
  });

  it('asks for a long list in parts', async () => {
    const crm = fakeCrm({ [PRESENCE]: () => presence(['301']) });
    const dots = await show(
      crm,
      Array.from({ length: 301 }, (_, index) => String(index + 1)),
    );
    await waitUntil(() => dots[300]?.online);
    assert.deepEqual(
      crm.asked.map(({ query }) => String(query.ids).split(',').length),
      [200, 101],
    );
  });

  it('leaves the room with the last dot', async () => {
    const crm = fakeCrm({ [PRESENCE]: () => presence(['1']) });
    const dots = await show(crm, ['1', '2']);
    await waitUntil(() => dots[0]?.online);
    dots[0]!.closest('ul')!.remove();
    await waitUntil(() => crm.members(visitsRoom) === 0);
  });

  it('says that it may be behind while the link is lost', async () => {
    const crm = fakeCrm({ [PRESENCE]: () => presence(['1']) });
    const [dot] = await show(crm, ['1']);
    await waitUntil(() => dot?.online);
    crm.link.set('offline');
    await waitUntil(() => labels([dot!])[0] === 'Was online when last seen');
    assert.isTrue(find(dot!, '.dot').hasAttribute('data-stale'));
    await expect(dot).to.be.accessible();
  });

  for (const kind of ['forbidden', 'server'] as const)
    it(`shows nothing where the answer is: ${kind}`, async () => {
      const crm = fakeCrm({ [PRESENCE]: () => Promise.reject(new CrmError(kind, kind, 'no')) });
      const [dot] = await show(crm, ['1']);
      await waitUntil(() => crm.asked.length === 1);
      await dot!.updateComplete;
      assert.deepEqual(labels([dot!]), ['']);
    });

  for (const [lang, words] of Object.entries({
    fr: 'En ligne, sur « Lamps »',
    ar: 'متصل الآن، على «Lamps»',
  }))
    it(lang, async () => {
      const [dot] = await show(fakeCrm({ [PRESENCE]: () => presence(['1']) }), ['1'], lang);
      await waitUntil(() => dot?.online);
      assert.deepEqual(labels([dot!]), [words]);
    });
});
