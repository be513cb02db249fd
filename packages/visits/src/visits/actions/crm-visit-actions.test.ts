import { visitsRoom } from '../../shared/room.js';
import { CrmError } from '@crm-elements/core';
import {
  type Answer,
  fakeCrm,
  type FakeCrm,
  find,
  findAll,
  later,
  recordPage,
  textOf,
  texts,
  waitUntil,
} from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import type { CrmVisitActions } from './crm-visit-actions.js';
import '../../define.js';
import { action, ACTIONS } from '../../testing/samples.js';

const crmWith = (answer: Answer) => fakeCrm({ [ACTIONS]: answer });

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisitActions> {
  const page = await fixture(
    html`<div lang=${lang}><crm-visit-actions visit-id="42" .client=${client}></crm-visit-actions></div>`,
  );
  return page.querySelector('crm-visit-actions')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmVisitActions> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, 'tbody tr').length > 0, 'actions are shown');
  return element;
}

/** The texts of one column, found by its title. */
function column(element: CrmVisitActions, title: string): string[] {
  const index = texts(element, 'thead th').indexOf(title);
  return findAll(element, 'tbody tr').map((row) => textOf(row.children[index]));
}

const newestFirst = recordPage([
  action('3', {
    Action_Type: 'Chat',
    Actions: 'https://shop.test/contact',
    Page_URL: null,
    Time_Spent: null,
  }),
  action('2', { Actions: 'Lamps', Time_Spent: 1.5 }),
  action('1', { Action_Type: 'Accessed', Actions: 'Home', Time_Spent: 0.25 }),
]);

describe('<crm-visit-actions>', () => {
  it('[VIS-78, VIS-79, VIS-80] lists what was done in a visit, in order: type, title or URL', async () => {
    const element = await showReady(crmWith(() => newestFirst));
    assert.deepEqual(column(element, 'Action Type'), ['Accessed', 'Navigation', 'Chat']);
    assert.deepEqual(column(element, 'Actions'), [
      'Home (new tab)',
      'Lamps (new tab)',
      'https://shop.test/contact (new tab)',
    ]);
    await expect(element).to.be.accessible();
  });

  it('[VIS-81, VIS-82] tells the minutes and the time of each action', async () => {
    const element = await showReady(crmWith(() => newestFirst));
    assert.deepEqual(column(element, 'Time Spent (Minutes)'), ['0.25', '1.5', '–No value']);
    assert.equal(find(element, 'time').getAttribute('datetime'), '2026-03-04T09:31:00+00:00');
    expect(column(element, 'Action Performed Time')[0]).to.contain('Mar 4, 2026');
  });

  it('follows a visit that goes on', async () => {
    const crm = crmWith(() => recordPage([action('1')]));
    const element = await showReady(crm);
    crm.answer(ACTIONS, () => recordPage([action('2', { Actions: 'Alma' }), action('1')]));
    crm.hint(visitsRoom, 1);
    await waitUntil(() => findAll(element, 'tbody tr').length === 2, 'the action is added');
    assert.equal(column(element, 'Actions').at(-1), 'Alma (new tab)');
  });

  it('shows earlier actions before the ones that are there', async () => {
    const crm = crmWith(({ query }) =>
      query.page_token ? recordPage([action('1', { Actions: 'Home' })]) : recordPage([action('2')], 'next'),
    );
    const element = await showReady(crm);
    assert.equal(textOf(find(element, '.more')), 'Show earlier actions');
    find(element, '.more button').click();
    await waitUntil(() => findAll(element, 'tbody tr').length === 2);
    assert.deepEqual(column(element, 'Actions'), ['Home (new tab)', 'Lamps (new tab)']);
    expect(findAll(element, '.more')).to.have.length(0);
  });

  it('changes with the visit', async () => {
    const crm = crmWith(({ params }) => recordPage([action('1', { Actions: `Of ${params.id}` })]));
    const element = await showReady(crm);
    element.visitId = '43';
    await waitUntil(() => column(element, 'Actions')[0] === 'Of 43 (new tab)');
  });
});

describe('<crm-visit-actions> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states: [string, Answer][] = [
    ['loading', () => later().promise],
    ['empty', () => undefined],
    ['forbidden', refusal('forbidden')],
    ['error', refusal('server')],
  ];
  for (const [part, answer] of states) {
    it(part, async () => {
      const element = await show(crmWith(answer));
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('stale', async () => {
    const crm = crmWith(() => newestFirst);
    const element = await showReady(crm);
    crm.link.set('offline');
    await waitUntil(() => findAll(element, '[part=stale]').length === 1);
    await expect(element).to.be.accessible();
  });
});

describe('<crm-visit-actions> in each language', () => {
  const expected = { en: 'Accessed', fr: 'Arrivée', ar: 'دخول' };
  for (const [lang, type] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showReady(
        crmWith(() => newestFirst),
        lang,
      );
      assert.equal(textOf(find(element, '.type')), type);
      await expect(element).to.be.accessible();
    });
  }
});
