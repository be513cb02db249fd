import { CrmError } from '@crm-elements/core';
import { find, findAll, later, recordPage, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import {
  ROWS,
  ADD,
  CHANGE,
  REMOVE,
  ROOM,
  row,
  written,
  refusal,
  crmWith,
  showReady,
  contents,
  area,
  focused,
  type,
  press,
  save,
  edit,
} from './testing/samples.js';

describe('<crm-notes>', () => {
  it('shows the notes with title, author and time', async () => {
    const element = await showReady(crmWith());
    assert.deepEqual(contents(element), ['Called back', 'First']);
    assert.deepEqual(texts(element, '.title'), ['Met at the fair']);
    assert.equal(textOf(find(element, '.avatar')), 'GH');
    assert.equal(textOf(find(element, '.author')), 'Grace Hopper');
    assert.equal(find(element, 'time').getAttribute('datetime'), '2026-03-04T09:30:00+00:00');
    assert.deepEqual(findAll(element, '.edited'), []);
    await expect(element).to.be.accessible();
  });

  it('adds a note by keyboard, at once, and takes the facts of the server', async () => {
    const crm = crmWith();
    const answer = later<unknown>();
    crm.answer(ADD, () => answer.promise);
    const element = await showReady(crm);
    await type(element, 'Wants a quote');
    await save();
    await waitUntil(() => contents(element).length === 3, 'it stands there at once');
    assert.equal(contents(element)[0], 'Wants a quote');
    assert.equal(texts(element, '.author')[0], 'You');
    assert.equal(texts(element, '.buttons')[0], 'Saving…');
    assert.equal(area(element).value, '');
    await expect(element).to.be.accessible();
    answer.resolve(written('3'));
    await waitUntil(() => texts(element, '.author')[0] === 'Ada Lovelace', 'the server has answered');
    assert.equal(contents(element).length, 3);
    assert.equal(focused(element), area(element));
    const { params, body } = crm.asked.find(({ key }) => key === ADD)!;
    assert.deepEqual(params, { module: 'Leads', id: '7', related: 'Notes' });
    assert.deepEqual(body, { data: [{ Note_Title: null, Note_Content: 'Wants a quote' }] });
    await waitUntil(
      () => textOf(find(element, '[role=status].visually-hidden')) === 'Note added',
      'it is told',
    );
  });

  it('takes a refused note back, keeps its text in the form and says why', async () => {
    const crm = crmWith();
    const answer = later<unknown>();
    crm.answer(ADD, () => answer.promise);
    const element = await showReady(crm);
    await type(element, 'Secret');
    await press('Tab', 'Enter');
    await waitUntil(() => contents(element).length === 3);
    answer.reject(new CrmError('forbidden', 'NO_PERMISSION', 'no'));
    await waitUntil(() => contents(element).length === 2, 'it is taken back');
    await waitUntil(() => area(element).value === 'Secret', 'the text is back');
    assert.equal(textOf(find(element, '.fault')), 'Your profile does not allow this change.');
    assert.equal(area(element).getAttribute('aria-describedby'), 'fault-new');
    await waitUntil(() => focused(element) === area(element), 'writing goes on');
    await expect(element).to.be.accessible();
    await sendKeys({ type: '!' });
    assert.deepEqual(findAll(element, '.fault'), []);
  });

  it('sends no empty note', async () => {
    const crm = crmWith();
    const element = await showReady(crm);
    await type(element, ' ');
    await save();
    await waitUntil(() => findAll(element, '.fault').length === 1, 'it is said');
    assert.equal(
      crm.asked.some(({ key }) => key === ADD),
      false,
    );
  });

  it('keeps a draft when the page is left, until it is discarded', async () => {
    const crm = crmWith();
    const element = await showReady(crm);
    await type(element, 'Half a thou');
    element.remove();
    await waitUntil(() => crm.members(ROOM) === 0, 'nothing of it is left in memory');
    const again = await showReady(crm);
    await waitUntil(() => area(again).value === 'Half a thou', 'the draft is back');
    find(again, '[data-form=new] .cancel').click();
    await waitUntil(() => area(again).value === '', 'it is discarded');
    again.remove();
    await waitUntil(() => crm.members(ROOM) === 0);
    const kept = await (await crm.client.storage).readSnapshot('note-drafts/Leads/7');
    assert.deepEqual(kept, {});
  });

  it('changes a note by keyboard', async () => {
    const crm = crmWith();
    crm.answer(CHANGE, () => written('2'));
    const element = await showReady(crm);
    find(element, '[data-edit="2"]').focus();
    await press('Enter');
    await waitUntil(() => focused(element)?.localName === 'textarea', 'the form has the focus');
    await expect(element).to.be.accessible();
    area(element, '2').setSelectionRange(99, 99);
    await sendKeys({ type: ' twice' });
    await save();
    await waitUntil(() => contents(element)[0] === 'Called back twice', 'it is changed');
    await waitUntil(() => focused(element) === find(element, '[data-edit="2"]'), 'the focus is back');
    assert.equal(texts(element, '.edited').length, 1);
    const { params } = crm.asked.find(({ key }) => key === CHANGE)!;
    assert.deepEqual(params, { module: 'Notes', id: '2' });
  });

  it('keeps the text of a change that is refused', async () => {
    const crm = crmWith();
    crm.answer(CHANGE, () => Promise.reject(refusal('INVALID_DATA', { api_name: 'id' })));
    const element = await showReady(crm);
    await edit(element, '2');
    await sendKeys({ type: 'Mine' });
    await save();
    await waitUntil(() => findAll(element, '.fault').length === 1, 'it says why');
    expect(area(element, '2').value).to.include('Mine');
    find(element, '[data-form="2"] .cancel').click();
    await waitUntil(() => contents(element)[0] === 'Called back', 'nothing was changed');
  });

  it('keeps what is typed in a note that somebody deletes, to be added anew', async () => {
    const crm = crmWith();
    crm.answer(ADD, () => written('9'));
    const element = await showReady(crm);
    await edit(element, '2');
    crm.answer(ROWS, () => recordPage([row('1', 'First')]));
    crm.hint(ROOM, 5);
    await waitUntil(
      () => textOf(find(element, '[data-form="2"]')).includes('deleted meanwhile'),
      'it is said',
    );
    find(element, '[data-form="2"] [type=submit]').click();
    await waitUntil(() => contents(element)[0] === 'Called back', 'it is a new note');
  });

  it('asks before it deletes, and leaves the focus in its place', async () => {
    const crm = crmWith();
    crm.answer(REMOVE, () => written('2'));
    const element = await showReady(crm);
    const button = find(element, '.delete');
    button.focus();
    await press('Enter');
    await waitUntil(() => find(element, 'dialog').hasAttribute('open'), 'it asks');
    await expect(element).to.be.accessible();
    await press('Escape');
    await waitUntil(() => findAll(element, 'dialog').length === 0, 'Escape keeps it');
    assert.equal(focused(element), button);
    await press('Enter');
    await waitUntil(() => findAll(element, 'dialog').length === 1);
    await press('Tab', 'Enter');
    await waitUntil(() => contents(element).length === 1, 'it is gone');
    await waitUntil(() => focused(element) === find(element, '.heading'), 'the focus is at the heading');
    assert.deepEqual(crm.asked.find(({ key }) => key === REMOVE)?.params, { module: 'Notes', id: '2' });
  });

  it('brings a note back that may not be deleted, and says why', async () => {
    const crm = crmWith();
    crm.answer(REMOVE, () => Promise.reject(new CrmError('forbidden', 'NO_PERMISSION', 'no')));
    const element = await showReady(crm);
    find(element, '.delete').click();
    await waitUntil(() => element.renderRoot.querySelector('dialog[open]'));
    find(element, '.confirm').click();
    await waitUntil(() => findAll(element, '.fault').length === 1, 'it says why');
    assert.equal(
      textOf(find(element, '.fault')),
      'The note was not deleted. Your profile does not allow this.',
    );
    assert.equal(contents(element).length, 2);
    await expect(element).to.be.accessible();
  });

  it('shows what others write, and what is being typed stays', async () => {
    const crm = crmWith();
    const element = await showReady(crm);
    await type(element, 'Mine');
    crm.answer(ROWS, () => recordPage([row('3', 'Theirs'), row('2', 'Called back')]));
    crm.hint(ROOM, 4);
    await waitUntil(() => contents(element)[0] === 'Theirs', 'it is there');
    assert.equal(area(element).value, 'Mine');
    assert.equal(focused(element), area(element));
  });

  it('loads older notes, and says so when that fails', async () => {
    const crm = crmWith();
    crm.answer(ROWS, ({ query }) => {
      if (query.page_token === undefined) return recordPage([row('2', 'Newer')], 'older');
      throw new CrmError('server', 'INTERNAL_ERROR', 'no');
    });
    const element = await showReady(crm);
    find(element, '.more button').click();
    await waitUntil(() => findAll(element, '.more [role=alert]').length === 1, 'it failed');
    crm.answer(ROWS, () => recordPage([row('1', 'Older')]));
    find(element, '.more button').click();
    await waitUntil(() => contents(element).length === 2, 'older notes are there');
    assert.deepEqual(contents(element), ['Newer', 'Older']);
    assert.deepEqual(findAll(element, '.more'), []);
  });
});
