import { CrmError } from '@crm-elements/core';
import { waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import type { CrmVisits } from './crm-visits.js';
import '../define.js';
import { fakeCrm, later, type FakeCrm } from '@crm-elements/testing';
import { find, findAll, texts } from '@crm-elements/testing';
import {
  action,
  ACTIONS,
  chat,
  PORTALS,
  portalList,
  visit,
  VIEWS,
  viewList,
  VISITS,
} from '../testing/samples.js';
import { recordPage } from '@crm-elements/testing';

const crmWith = (...visits: ReturnType<typeof visit>[]) =>
  fakeCrm({
    [VISITS]: () => recordPage(visits),
    [ACTIONS]: ({ params }) =>
      recordPage(params.related === 'Actions_Performed' ? [action('1')] : [chat('1')]),
    [PORTALS]: () => portalList('Acme'),
    [VIEWS]: () => viewList,
  });

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisits> {
  const page = await fixture(html`<div lang=${lang}><crm-visits .client=${client}></crm-visits></div>`);
  return page.querySelector('crm-visits')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmVisits> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.row').length > 0, 'visits are shown');
  return element;
}

describe('<crm-visits> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', () => later().promise, 'loading'],
    ['empty', () => undefined, 'empty'],
    ['forbidden', refusal('forbidden'), 'forbidden'],
    ['error', refusal('server'), 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(name, async () => {
      const crm = crmWith();
      crm.answer(VISITS, answer);
      const element = await show(crm);
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('error, with a retry that helps', async () => {
    const crm = crmWith();
    crm.answer(VISITS, refusal('server'));
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    crm.answer(VISITS, () => recordPage([visit('17')]));
    find(element, '[part=error] button').click();
    await waitUntil(() => findAll(element, '.row').length === 1, 'visits are shown');
  });

  it('stale, until the link is back', async () => {
    const crm = crmWith(visit('17'));
    const element = await showReady(crm);
    crm.link.set('offline');
    await waitUntil(() => findAll(element, '[part=stale]').length === 1);
    expect(findAll(element, '.row')).to.have.length(1);
    await expect(element).to.be.accessible();
    crm.link.set('online');
    await waitUntil(() => findAll(element, '[part=stale]').length === 0);
  });
});

describe('<crm-visits> in each language', () => {
  const expected = { en: 'Visited By', fr: 'Visité par', ar: 'الزائر' };
  for (const [lang, title] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showReady(crmWith(visit('17', { Referrer: null })), lang);
      assert.equal(texts(element, 'thead th')[0], title);
      await expect(element).to.be.accessible();
    });
  }
});
