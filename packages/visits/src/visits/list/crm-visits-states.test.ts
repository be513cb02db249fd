import { CrmError } from '@crm-elements/core';
import { find, findAll, later, recordPage, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import '../../define.js';
import { visit, VISITS } from '../../testing/samples.js';
import { crmWith, show, showReady } from '../../testing/show-visits.js';

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
