import { CrmError } from '@crm-elements/core';
import type { CrmElement } from '@crm-elements/core/lit';
import { fakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { itDrawsEachState } from '../testing/each-state.js';
import { choose, fill, inRow, openedDialog, rowOf } from '../testing/by-hand.js';
import {
  ADD_GROUP,
  DELETE_GROUP,
  fullProfile,
  groupAnswers,
  GROUPS,
  groupPage,
  MEMBERS,
  PROFILE,
  UPDATE_GROUP,
  written,
} from '../testing/samples.js';
import { show, showReady, showToAdministrator } from '../testing/show.js';

const pickerOf = (dialog: CrmElement) => dialog.renderRoot.querySelector('crm-source-picker')!;

/** Presses the box of a choice by keyboard. */
async function pickSource(dialog: CrmElement, name: string): Promise<void> {
  const picker = pickerOf(dialog);
  await waitUntil(() => texts(picker, '.option bdi').includes(name), `${name} can be chosen`);
  const at = texts(picker, '.option bdi').indexOf(name);
  findAll(picker, '.option')[at]!.querySelector('input')!.focus();
  await sendKeys({ press: 'Space' });
}

async function showKind(dialog: CrmElement, kind: string): Promise<void> {
  const picker = pickerOf(dialog);
  findAll(picker, '.segments button')
    .find((button) => textOf(button) === kind)!
    .focus();
  await sendKeys({ press: 'Enter' });
}

describe('<crm-groups>', () => {
  it('lists groups with who belongs to them, roles with subordinates and groups within them too', async () => {
    const element = await showToAdministrator('crm-groups', fakeCrm(groupAnswers()));
    assert.deepEqual(texts(element, '.name'), ['Marketing', 'Everybody']);
    assert.deepEqual(texts(element, '.chip'), [
      'User: Noah Bernard',
      'Role: CEO and subordinates',
      'Group: Marketing',
    ]);
    await expect(element).to.be.accessible();
  });

  it('unfolds to the members that a group comes to, by keyboard', async () => {
    const crm = fakeCrm(groupAnswers());
    const element = await showReady('crm-groups', crm);
    inRow(element, 'Everybody', '.name').focus();
    await sendKeys({ press: 'Enter' });
    const members = () => element.renderRoot.querySelector('crm-group-members');
    await waitUntil(() => members() !== null && findAll(members()!, 'li').length === 2);
    assert.deepEqual(crm.asked.find(({ key }) => key === MEMBERS)?.params, { id: '71' });
    assert.equal(textOf(find(members()!, '.count')), '2 members');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => members() === null);
  });

  it('[FEED-39] makes a group of users, roles with subordinates and groups', async () => {
    const crm = fakeCrm(groupAnswers());
    crm.answer(ADD_GROUP, () => written('user_groups', '72'));
    const element = await showToAdministrator('crm-groups', crm);
    find(element, '.primary').click();
    const dialog = await openedDialog(element, 'crm-group-dialog', '#name');
    await expect(dialog).to.be.accessible();
    await fill(dialog, 'name', 'Leads of sales');
    await pickSource(dialog, 'Lina Haddad');
    await showKind(dialog, 'Roles');
    await pickSource(dialog, 'Support');
    await waitUntil(() => findAll(pickerOf(dialog), '.below').length === 1);
    find(pickerOf(dialog), '.below input').focus();
    await sendKeys({ press: 'Space' });
    await showKind(dialog, 'Groups');
    await pickSource(dialog, 'Marketing');
    assert.deepEqual(texts(pickerOf(dialog), '.chosen .chip'), [
      'User: Lina Haddad',
      'Role: Support and subordinates',
      'Group: Marketing',
    ]);
    await expect(dialog).to.be.accessible();
    find(dialog, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Leads of sales') !== undefined);
    assert.deepEqual(crm.asked.find(({ key }) => key === ADD_GROUP)?.body, {
      user_groups: [
        {
          name: 'Leads of sales',
          description: null,
          sources: [
            { type: 'users', source: { id: '3' } },
            { type: 'roles', source: { id: '20' }, subordinates: true },
            { type: 'groups', source: { id: '70' } },
          ],
        },
      ],
    });
  });

  it('says what is missing, and at the members that a group cannot be in itself', async () => {
    const crm = fakeCrm(groupAnswers());
    crm.answer(UPDATE_GROUP, () => {
      const details = { api_name: 'sources', json_path: '$.user_groups[0].sources' };
      throw new CrmError('refused', 'INVALID_DATA', 'a group cannot be in itself', undefined, details);
    });
    const element = await showToAdministrator('crm-groups', crm);
    await choose(element, 'What Marketing', 'Edit');
    const dialog = await openedDialog(element, 'crm-group-dialog', '#name');
    await showKind(dialog, 'Groups');
    await waitUntil(() => texts(pickerOf(dialog), '.option bdi').join() === 'Everybody');
    await pickSource(dialog, 'Everybody');
    find(dialog, '[type=submit]').click();
    await waitUntil(() => textOf(findAll(pickerOf(dialog), '.fault')[0]).includes('contain itself'));
    assert.equal(dialog.shadowRoot!.activeElement, pickerOf(dialog));
    await expect(dialog).to.be.accessible();
    for (const button of findAll(pickerOf(dialog), '.take-out')) {
      button.focus();
      find(pickerOf(dialog), '.take-out').click();
      await pickerOf(dialog).updateComplete;
    }
    find(dialog, '[type=submit]').click();
    await waitUntil(() => textOf(findAll(pickerOf(dialog), '.fault')[0]).includes('at least one'));
  });

  it('deletes a group after asking', async () => {
    const crm = fakeCrm(groupAnswers());
    crm.answer(DELETE_GROUP, () => {
      crm.answer(GROUPS, () => groupPage([]));
      return written('user_groups', '70');
    });
    const element = await showToAdministrator('crm-groups', crm);
    await choose(element, 'What Marketing', 'Delete group');
    const removal = await openedDialog(element, 'crm-removal-dialog', 'h2');
    find(removal, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    await expect(element).to.be.accessible();
  });

  it('is only read by those who may not manage groups', async () => {
    const crm = fakeCrm(groupAnswers());
    crm.answer(PROFILE, () => ({ profiles: [fullProfile('200', 'Standard', [])] }));
    const element = await showReady('crm-groups', crm);
    await waitUntil(() => findAll(element, '[part=note]').length === 1);
    expect(findAll(element, '.primary, .dots')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('finds groups by name', async () => {
    const element = await showReady('crm-groups', fakeCrm(groupAnswers()));
    find(element, 'input[type=search]').focus();
    await sendKeys({ type: 'every' });
    await waitUntil(() => texts(element, '.name').join() === 'Everybody');
  });

  it('widens no page, however narrow', async () => {
    const element = await showToAdministrator('crm-groups', fakeCrm(groupAnswers()));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('speaks each language', async () => {
    for (const [lang, chip] of Object.entries({
      fr: 'Rôle: CEO et subordonnés',
      ar: 'دور: CEO والتابعون',
    })) {
      const element = await showReady('crm-groups', fakeCrm(groupAnswers()), lang);
      assert.equal(texts(element, '.chip')[1], chip);
      await expect(element).to.be.accessible();
    }
  });
});

describe('<crm-groups> in each state', () => {
  itDrawsEachState((answer) => show('crm-groups', fakeCrm({ ...groupAnswers(), [GROUPS]: answer })));
});
