import { type FakeCrm, find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import { contactsList, leadCrm, offline, RELATED_ROWS } from '../testing/samples.js';
import type { CrmRelatedList } from './crm-related-list.js';

const UNLINK = 'DELETE /crm/v8/:module/:id/:related/:row';
const LINK = 'PUT /crm/v8/:module/:id/:related/:row';

async function show({ client }: FakeCrm): Promise<CrmRelatedList> {
  const list = await fixture<CrmRelatedList>(html`
    <crm-related-list module="Leads" record-id="7" .list=${contactsList} .client=${client}></crm-related-list>
  `);
  await waitUntil(() => findAll(list, '.record').length === 1, 'the row is shown');
  return list;
}

describe('a row of a list of links', () => {
  it('is taken out by keyboard, and comes back', async () => {
    const crm = leadCrm();
    const rows = await crm.client.call('GET /crm/v8/:module/:id/:related', {
      params: { module: 'Leads', id: '7', related: 'Contacts' },
      query: { fields: 'id' },
    });
    crm.answer(UNLINK, () => crm.answer(RELATED_ROWS, () => undefined));
    crm.answer(LINK, () => crm.answer(RELATED_ROWS, () => rows));
    const list = await show(crm);
    const unlinked: string[] = [];
    list.addEventListener('crm-related-unlinked', ({ recordId }) => unlinked.push(recordId));
    await expect(list).to.be.accessible();
    find(list, '.unlink').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => list.shadowRoot?.activeElement?.classList.contains('undo'));
    assert.deepEqual(unlinked, ['31']);
    assert.equal(textOf(find(list, '.unlinked span')), 'Charles Babbage is no longer in this list.');
    await waitUntil(() => findAll(list, '.record').length === 0);
    await expect(list).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(list, '.record').length === 1, 'it is back');
    assert.equal(list.shadowRoot?.activeElement, find(list, '.add'));
    expect(findAll(list, '.unlinked')).to.have.length(0);
  });

  it('stays where the server refuses, which is told', async () => {
    const crm = leadCrm();
    crm.answer(UNLINK, () => Promise.reject(offline()));
    const list = await show(crm);
    find(list, '.unlink').click();
    await waitUntil(() => findAll(list, '.unlinked').length === 1);
    expect(textOf(find(list, '.unlinked'))).to.include('could not be changed');
    expect(findAll(list, '.record')).to.have.length(1);
  });

  it('cannot be taken out by those who may only read, nor against the host', async () => {
    const reader = await show(leadCrm({}, { editable: false }));
    expect(findAll(reader, '.unlink')).to.have.length(0);
    const crm = leadCrm();
    const list = await show(crm);
    list.addEventListener('crm-related-unlink', (event) => event.preventDefault());
    find(list, '.unlink').click();
    expect(crm.asked.some(({ key }) => key === UNLINK)).to.be.false;
  });
});
