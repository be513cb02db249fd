import { CrmError } from '@crm-elements/core';
import { find, findAll, later, recordPage, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import '../define.js';
import type { CrmRecord } from '../page/crm-record.js';
import { leadCrm } from '../page/testing/samples.js';
import { RELATED } from '../testing/samples.js';
import { ROWS, row, crmWith, show, showReady, contents } from './testing/samples.js';

describe('<crm-notes>', () => {
  it('only shows the notes to those who may not edit the record', async () => {
    const element = await show(crmWith(undefined, { editable: false, annotatable: false }));
    await waitUntil(() => contents(element).length === 2, 'notes are shown');
    assert.deepEqual(findAll(element, 'form, .edit, .delete'), []);
    await expect(element).to.be.accessible();
  });

  it('takes notes on records that nobody edits, such as visits', async () => {
    const element = await show(crmWith(undefined, { editable: false }));
    await waitUntil(() => findAll(element, 'form').length === 1, 'the form is shown');
  });

  it('stands on the page of a record, under the name of its list', async () => {
    const crm = leadCrm();
    const list = {
      id: '9',
      api_name: 'Notes',
      display_label: 'Remarks',
      module: { api_name: 'Notes', id: '9' },
    };
    crm.answer(RELATED, () => ({ related_lists: [{ ...list, sequence_number: '1' }] }));
    crm.answer(ROWS, () => recordPage([row('1', 'First')]));
    const page = await fixture<CrmRecord>(
      html`<crm-record module="Leads" record-id="7" .client=${crm.client}></crm-record>`,
    );
    await waitUntil(
      () => page.renderRoot.querySelector('crm-notes')?.shadowRoot?.querySelector('.note'),
      'a note',
    );
    const notes = page.renderRoot.querySelector('crm-notes')!;
    assert.equal(textOf(find(notes, '.heading')), 'Remarks');
    assert.deepEqual(contents(notes), ['First']);
    assert.deepEqual(findAll(page, 'crm-related-list'), []);
    await expect(page).to.be.accessible();
  });

  it('says that there is nothing', async () => {
    const element = await showReady(crmWith([]));
    expect(textOf(find(element, '[part=empty]'))).to.include('No notes yet.');
    await expect(element).to.be.accessible();
  });

  it('draws loading, forbidden, error with retry, and stale', async () => {
    const crm = crmWith();
    const first = later<unknown>();
    crm.answer(ROWS, () => first.promise);
    const element = await show(crm);
    await waitUntil(() => element.renderRoot.querySelector('[part=loading]'), 'it loads');
    await waitUntil(() => crm.asked.some(({ key }) => key === ROWS), 'the notes are asked for');
    first.reject(new CrmError('offline', 'offline', 'no'));
    await waitUntil(() => element.renderRoot.querySelector('[part=error]'), 'it failed');
    await expect(element).to.be.accessible();
    crm.answer(ROWS, () => recordPage([row('1', 'First')]));
    find(element, '[part=error] button').click();
    await waitUntil(() => contents(element).length === 1, 'it is read again');
    crm.link.set('online');
    crm.link.set('offline');
    await waitUntil(() => element.renderRoot.querySelector('[part=stale]'), 'it may be behind');
    await expect(element).to.be.accessible();
    const refused = crmWith();
    refused.answer(ROWS, () => Promise.reject(new CrmError('forbidden', 'NO_PERMISSION', 'no')));
    const other = await show(refused);
    await waitUntil(() => other.renderRoot.querySelector('[part=forbidden]'), 'it is not for everybody');
    await expect(other).to.be.accessible();
  });

  for (const [lang, heading] of [
    ['fr', 'Notes'],
    ['ar', 'الملاحظات'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      const element = await showReady(crmWith(), lang);
      assert.equal(textOf(find(element, '.heading')), heading);
      await expect(element).to.be.accessible();
    });
  }
});
