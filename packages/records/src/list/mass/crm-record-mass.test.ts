import { CrmError } from '@crm-elements/core';
import { find, findAll, recordPage, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import { leadSettings } from '../../testing/samples.js';
import { COUNT, lead, LIST } from '../testing/samples.js';
import { box, done, openDialog, select, shownMass } from '../testing/select.js';
import { crmWith, many, names, showReady } from '../testing/show-list.js';

const UPDATE = 'POST /crm/v8/:module/actions/mass_update';
const JOB = 'GET /crm/v8/:module/actions/mass_update';
const DELETE = 'DELETE /crm/v8/:module';
const ADD_TAGS = 'POST /crm/v8/:module/actions/add_tags';
const USERS = 'GET /crm/v8/users';

describe('the selection of a list', () => {
  it('counts, takes ranges by shift, and is cleared', async () => {
    const { element, mass } = await select(crmWith(many(6)), 1);
    assert.equal(textOf(find(mass, 'strong')), '1 selected');
    box(element, 3).dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, composed: true }));
    await waitUntil(() => textOf(find(mass, 'strong')) === '4 selected');
    await expect(element).to.be.accessible();
    find(mass, '.none').click();
    await waitUntil(() => findAll(mass, '[part=selection]').length === 0);
    expect(findAll(element, '.row[data-chosen]')).to.have.length(0);
  });

  it('takes what is loaded by keyboard, and all that the list has', async () => {
    const crm = crmWith(many(3));
    crm.answer(LIST, () => recordPage(many(3), 'next'));
    crm.answer(COUNT, () => ({ count: 1_200 }));
    const element = await showReady(crm);
    find(element, 'thead input').focus();
    await sendKeys({ press: 'Space' });
    const mass = await shownMass(element);
    await waitUntil(() => findAll(mass, '[data-action=all]').length === 1);
    assert.equal(textOf(find(mass, '[data-action=all]')), 'Select all 1,200 of this list');
    find(mass, '[data-action=all]').click();
    await waitUntil(() => textOf(find(mass, 'strong')) === '1,200 selected');
  });

  it('[VIS-123] takes all of the page who are online, once one of them is selected', async () => {
    const element = await showReady(crmWith(many(5)));
    element.onlineIds = new Set(['998', '996', '77']);
    box(element, 0).click();
    const mass = await shownMass(element);
    expect(findAll(mass, '[data-action=online]')).to.have.length(0);
    box(element, 2).click();
    await waitUntil(() => findAll(mass, '[data-action=online]').length === 1);
    assert.equal(textOf(find(mass, '[data-action=online]')), 'Select all online Leads in this page (2)');
    await expect(element).to.be.accessible();
    find(mass, '[data-action=online]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.row[data-chosen]').length === 2);
    assert.deepEqual(
      findAll(element, '.row').map((row) => row.hasAttribute('data-chosen')),
      [false, false, true, false, true],
    );
    expect(findAll(mass, '[data-action=online]')).to.have.length(0);
  });

  it('offers only what the profile allows', async () => {
    const settings = leadSettings({ editable: false, deletable: false });
    const { mass } = await select(crmWith(many(2), settings), 1);
    expect(findAll(mass, '.end button')).to.have.length(0);
  });

  it('ends when another view, filter or search is asked for', async () => {
    const { element, mass } = await select(crmWith(many(2)), 1);
    element.word = 'nour';
    await waitUntil(() => findAll(mass, '[part=selection]').length === 0);
  });
});

describe('an action with many records', () => {
  it('deletes after a question with the number, and tells those that stay and why', async () => {
    const rows = [lead('3'), lead('2'), lead('1')];
    const crm = crmWith(rows);
    crm.answer(DELETE, () => ({ data: [done(), done('record not deleted')] }));
    const { element, mass } = await select(crm, 2);
    const dialog = await openDialog(mass, 'delete');
    assert.equal(textOf(find(dialog, 'h2')), 'Delete 2 records?');
    await expect(dialog).to.be.accessible();
    crm.answer(LIST, () => recordPage(rows.slice(1)));
    find(dialog, '[data-action=run]').click();
    await waitUntil(() => findAll(mass, '[part=outcome]').length === 1);
    assert.equal(crm.asked.find(({ key }) => key === DELETE)?.query.ids, '3,2');
    assert.equal(textOf(find(mass, 'strong')), '1 record deleted');
    assert.equal(textOf(find(mass, '.fault')), '1 of 2 not deleted');
    assert.deepEqual(texts(mass, 'li'), ['Ada 2 record not deleted']);
    await waitUntil(() => names(element).join() === 'Ada 2,Ada 1');
    await expect(mass).to.be.accessible();
    find(mass, '[part=outcome] .close').click();
    await waitUntil(() => textOf(find(mass, 'strong')) === '1 selected', 'what failed stays selected');
  });

  it('does nothing when the question is dismissed by Escape', async () => {
    const crm = crmWith(many(2));
    const { mass } = await select(crm, 1);
    await openDialog(mass, 'delete');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => mass.renderRoot.querySelector('crm-mass-dialog') === null);
    expect(crm.asked.filter(({ key }) => key === DELETE)).to.have.length(0);
  });

  it('tells a refusal of all', async () => {
    const crm = crmWith(many(2));
    crm.answer(DELETE, () => Promise.reject(new CrmError('refused', 'X', 'locked')));
    const { mass } = await select(crm, 2);
    find(await openDialog(mass, 'delete'), '[data-action=run]').click();
    await waitUntil(() => findAll(mass, '[part=outcome]').length === 1);
    assert.equal(textOf(find(mass, '.fault')), '2 of 2 not deleted');
  });

  it('adds tags, which are needed', async () => {
    const crm = crmWith(many(2));
    crm.answer(ADD_TAGS, () => ({ data: [done(), done()] }));
    const { mass } = await select(crm, 2);
    const dialog = await openDialog(mass, 'addTags');
    find(dialog, '[data-action=run]').click();
    await waitUntil(() => findAll(dialog, '.fault').length === 1);
    assert.equal(dialog.shadowRoot?.activeElement?.id, 'tags');
    await expect(dialog).to.be.accessible();
    await sendKeys({ type: 'VIP, Lyon' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(mass, '[part=outcome]').length === 1);
    assert.deepEqual(crm.asked.find(({ key }) => key === ADD_TAGS)?.body, {
      tags: [{ name: 'VIP' }, { name: 'Lyon' }],
      ids: ['1000', '999'],
    });
  });

  it('changes the owner of all that a list has by a job, with its progress', async () => {
    const crm = crmWith(many(2));
    crm.answer(COUNT, () => ({ count: 900 }));
    crm.answer(LIST, () => recordPage(many(2), 'next'));
    crm.answer(USERS, () => ({
      users: [{ id: '7', full_name: 'Noah Bernard', email: 'n@b.test', status: 'active' }],
      info: { more_records: false },
    }));
    crm.answer(UPDATE, () => ({ data: [{ ...done(), details: { job_id: '77' } }] }));
    let looks = 0;
    crm.answer(JOB, () => ({
      data: [
        {
          Status: looks++ ? 'COMPLETED' : 'RUNNING',
          Total_Count: 900,
          Updated_Count: looks > 1 ? 890 : 300,
          Failed_Count: looks > 1 ? 10 : 0,
          Not_Updated_Count: 0,
        },
      ],
    }));
    const { mass } = await select(crm, 1);
    await waitUntil(() => findAll(mass, '[data-action=all]').length === 1);
    find(mass, '[data-action=all]').click();
    const dialog = await openDialog(mass, 'owner');
    const picker = dialog.renderRoot.querySelector('crm-user-picker')!;
    await waitUntil(() => picker.hasUpdated);
    picker.focus();
    await sendKeys({ type: 'Noah' });
    await waitUntil(() => findAll(picker, '[role=option]').length === 1);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    find(dialog, '[data-action=run]').click();
    await waitUntil(() => findAll(mass, '[part=progress] .muted').length === 1);
    assert.equal(textOf(find(mass, '[part=progress] .muted')), '300 of 900');
    await expect(mass).to.be.accessible();
    await waitUntil(() => findAll(mass, '[part=outcome]').length === 1, 'it ends');
    assert.equal(textOf(find(mass, '.fault')), '10 of 900 not changed');
    assert.deepEqual(crm.asked.find(({ key }) => key === UPDATE)?.body, {
      data: [{ Owner: { id: '7' } }],
      cvid: '10',
    });
  });

  it('gives many records a value, which is read as its field is', async () => {
    const crm = crmWith(many(2));
    crm.answer(UPDATE, () => ({ data: [done(), done()] }));
    const { mass } = await select(crm, 2);
    const dialog = await openDialog(mass, 'update');
    find(dialog, '[data-action=run]').click();
    await waitUntil(() => textOf(find(dialog, '#field-fault')) === 'This is needed.');
    find(dialog, '#field').focus();
    await sendKeys({ type: 'Company' });
    await waitUntil(() => findAll(dialog, '#value').length === 1);
    await expect(dialog).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Nour & Co' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(mass, '[part=outcome]').length === 1);
    assert.deepEqual(crm.asked.find(({ key }) => key === UPDATE)?.body, {
      data: [{ Company: 'Nour & Co' }],
      ids: ['1000', '999'],
    });
    assert.equal(textOf(find(mass, 'strong')), '2 records changed');
  });
});
