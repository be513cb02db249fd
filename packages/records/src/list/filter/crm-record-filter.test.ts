import { find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import type { CrmRecordList } from '../crm-record-list.js';
import { SEARCH } from '../testing/samples.js';
import { crmWith, many, names, showReady } from '../testing/show-list.js';

const TWO = '((Company:contains:Nour)and(Lead_Status:equals:Contacted))';

async function openFilter(element: CrmRecordList) {
  find(element, '[part=filter]').click();
  await waitUntil(() => element.renderRoot.querySelector('crm-record-filter')?.hasUpdated, 'it opens');
  const filter = element.renderRoot.querySelector('crm-record-filter')!;
  await waitUntil(() => filter.renderRoot.querySelector('crm-criteria-editor')?.hasUpdated);
  return filter;
}

describe('the filter of a list', () => {
  it('shows a chip for each condition, which takes it away', async () => {
    const crm = crmWith(many(3));
    const element = await showReady(crm);
    element.criteria = TWO;
    await waitUntil(() => names(element).length === 1, 'it is filtered');
    await waitUntil(() => findAll(element, '.condition').length === 2, 'the conditions are told');
    assert.deepEqual(texts(element, '.condition > span'), [
      'Company contains Nour',
      'Lead Status is Contacted',
    ]);
    await expect(element).to.be.accessible();
    const told: (string | null)[] = [];
    element.addEventListener('crm-record-list-changed', ({ criteria }) => told.push(criteria));
    find(element, '.condition button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.condition').length === 1);
    assert.equal(element.criteria, '(Lead_Status:equals:Contacted)');
    find(element, '.filters > .button').click();
    await waitUntil(() => names(element).length === 3, 'all are back');
    assert.deepEqual(told, ['(Lead_Status:equals:Contacted)', null]);
  });

  it('asks the server for what meets it', async () => {
    const crm = crmWith(many(3));
    const element = await showReady(crm);
    element.viewId = '11';
    element.criteria = TWO;
    await waitUntil(() => crm.asked.some(({ key, query }) => key === SEARCH && query.criteria));
    const asked = crm.asked.filter(({ key }) => key === SEARCH).at(-1);
    assert.equal(asked?.query.criteria, `((Owner:equals:\${CURRENTUSER})and${TWO})`);
  });

  it('opens in a dialog with the conditions in force, and keeps them when nothing was changed', async () => {
    const crm = crmWith(many(3));
    const element = await showReady(crm);
    element.criteria = TWO;
    await waitUntil(() => findAll(element, '.condition').length === 2);
    const filter = await openFilter(element);
    assert.equal(textOf(find(filter, 'h2')), 'Filter Leads');
    await expect(filter).to.be.accessible();
    assert.equal(filter.renderRoot.querySelector('crm-criteria-editor')!.value, TWO);
    find(filter, '[data-action=run]').click();
    await waitUntil(() => element.renderRoot.querySelector('crm-record-filter') === null, 'it is closed');
    assert.equal(element.criteria, TWO);
  });

  it('is dismissed by Escape, and cleared', async () => {
    const element = await showReady(crmWith(many(3)));
    element.criteria = TWO;
    await waitUntil(() => findAll(element, '.condition').length === 2);
    await openFilter(element);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => element.renderRoot.querySelector('crm-record-filter') === null);
    assert.equal(element.criteria, TWO);
    const filter = await openFilter(element);
    find(filter, '.clear').click();
    await waitUntil(() => element.criteria === null && findAll(element, '.condition').length === 0);
  });

  it('shows criteria that are none as they are', async () => {
    const element = await showReady(crmWith(many(3)));
    element.criteria = '(Company';
    await waitUntil(() => findAll(element, '.filters .chip').length === 1);
    assert.equal(textOf(find(element, '.filters .chip')), '(Company');
  });
});
