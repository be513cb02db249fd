import { CrmError } from '@crm-elements/core';
import { find, findAll, later, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import '../define.js';
import { FIELDS } from '../testing/samples.js';
import { lead, LIST, VIEWS, views } from './testing/samples.js';
import { crmWith, names, show, showReady } from './testing/show-list.js';

describe('<crm-record-list> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', LIST, () => later().promise, 'loading'],
    ['empty', LIST, () => undefined, 'empty'],
    ['forbidden', FIELDS, refusal('forbidden'), 'forbidden'],
    ['error', LIST, refusal('server'), 'error'],
  ] as const;
  for (const [name, key, answer, part] of states) {
    it(name, async () => {
      const crm = crmWith([]);
      crm.answer(key, answer);
      const element = await show(crm);
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('error of its views, with a retry that helps', async () => {
    const crm = crmWith([lead('2')]);
    crm.answer(VIEWS, refusal('server'));
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    crm.answer(VIEWS, views);
    find(element, '[part=error] button').click();
    await waitUntil(() => names(element).length === 1);
  });

  it('stale, until the link is back', async () => {
    const crm = crmWith([lead('2')]);
    const element = await showReady(crm);
    crm.link.set('offline');
    await waitUntil(() => findAll(element, '[part=stale]').length === 1);
    expect(names(element)).to.have.length(1);
    await expect(element).to.be.accessible();
    crm.link.set('online');
    await waitUntil(() => findAll(element, '[part=stale]').length === 0);
  });
});

describe('<crm-record-list> in each language', () => {
  const expected = { en: 'Columns', fr: 'Colonnes', ar: 'الأعمدة' };
  for (const [lang, title] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showReady(crmWith([lead('2')]), lang);
      const columns = element.renderRoot.querySelector('crm-record-columns')!;
      assert.equal(textOf(find(columns, '[part=choose]')), title);
      await expect(element).to.be.accessible();
    });
  }
});
