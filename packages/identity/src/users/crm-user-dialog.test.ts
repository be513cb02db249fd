import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { fill, inRow, openedDialog, pick, rowOf } from '../testing/by-hand.js';
import {
  ada,
  ADD_USER,
  fullProfile,
  identityAnswers,
  noah,
  PROFILE,
  UPDATE_USER,
  USER,
  user,
  userPage,
  USERS,
  written,
} from '../testing/samples.js';
import { showReady, showToAdministrator } from '../testing/show.js';

describe('<crm-user-dialog>', () => {
  it('adds a user', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(ADD_USER, () => written('users', '9'));
    crm.answer(USER, () => userPage([user('9', 'Mona', 'Fischer')]));
    const element = await showToAdministrator('crm-users', crm);
    const told: string[] = [];
    element.addEventListener('crm-user-change', ({ change }) => told.push(`asks ${change}`));
    element.addEventListener('crm-user-changed', ({ change }) => told.push(`tells ${change}`));
    find(element, '.bar .primary').click();
    const dialog = await openedDialog(element, 'crm-user-dialog', '#role');
    await expect(dialog).to.be.accessible();
    await fill(dialog, 'first_name', 'Mona');
    await fill(dialog, 'last_name', 'Fischer');
    await fill(dialog, 'email', 'mona@acme.test');
    await pick(dialog, 'role', 'Supp');
    await pick(dialog, 'profile', 'Stan');
    find(dialog, '#email').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Mona') !== undefined, 'she is in the list');
    assert.deepEqual(told, ['asks add', 'tells add']);
    const { body } = crm.asked.find(({ key }) => key === ADD_USER)!;
    assert.deepEqual(body, {
      users: [
        {
          first_name: 'Mona',
          last_name: 'Fischer',
          email: 'mona@acme.test',
          profile: '200',
          role: '20',
          locale: 'en_US',
          time_zone: 'Europe/Paris',
        },
      ],
    });
    expect(find(dialog, 'dialog').hasAttribute('open')).to.be.false;
  });

  it('says at the field what is missing or refused, and keeps what was typed', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(ADD_USER, () => {
      throw new CrmError('refused', 'DUPLICATE_DATA', 'taken', undefined, { api_name: 'email' });
    });
    const element = await showToAdministrator('crm-users', crm);
    find(element, '.bar .primary').click();
    const dialog = await openedDialog(element, 'crm-user-dialog', '#role');
    await fill(dialog, 'last_name', 'Fischer');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(dialog, '.fault').length === 3);
    assert.equal(dialog.shadowRoot!.activeElement?.id, 'email');
    await expect(dialog).to.be.accessible();
    await fill(dialog, 'email', 'noah@acme.test');
    await pick(dialog, 'role', 'Supp');
    await pick(dialog, 'profile', 'Stan');
    find(dialog, '[type=submit]').click();
    await waitUntil(() => textOf(findAll(dialog, '.field .fault')[0]).startsWith('This is taken'));
    const email = find(dialog, '#email') as HTMLInputElement;
    assert.equal(email.getAttribute('aria-describedby')?.split(' ')[0], find(dialog, '.fault').id);
    assert.equal(email.value, 'noah@acme.test');
    assert.equal(dialog.shadowRoot!.activeElement, email);
  });

  it('edits a user: only what is changed is sent', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(UPDATE_USER, () => written('users', '2'));
    crm.answer(USER, () => userPage([user('2', 'Noah', 'Blanc')]));
    const element = await showToAdministrator('crm-users', crm);
    inRow(element, 'Noah', '.name').click();
    const dialog = await openedDialog(element, 'crm-user-dialog', '#role');
    await fill(dialog, 'last_name', 'Blanc');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Noah Blanc') !== undefined);
    assert.deepEqual(crm.asked.find(({ key }) => key === UPDATE_USER)?.body, {
      users: [{ last_name: 'Blanc' }],
    });
  });

  it('says at the profile that the last administrator has to stay one', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(UPDATE_USER, () => {
      const words = 'the last administrator must stay active and an administrator';
      throw new CrmError('refused', 'INVALID_REQUEST', words, undefined, { id: '1' });
    });
    const element = await showToAdministrator('crm-users', crm);
    inRow(element, 'Ada', '.name').click();
    const dialog = await openedDialog(element, 'crm-user-dialog', '#role');
    await pick(dialog, 'profile', 'Stan');
    find(dialog, '[type=submit]').click();
    await waitUntil(() => findAll(dialog, '#profile-fault').length === 1);
    assert.equal(find(dialog, '#profile').getAttribute('aria-describedby'), 'profile-fault');
    expect(textOf(find(dialog, '#profile-fault'))).to.contain('the last administrator');
    await expect(dialog).to.be.accessible();
  });

  it('asks before changes are thrown away', async () => {
    const element = await showToAdministrator('crm-users', fakeCrm(identityAnswers()));
    find(element, '.bar .primary').click();
    const dialog = await openedDialog(element, 'crm-user-dialog', '#role');
    await fill(dialog, 'last_name', 'Fischer');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => findAll(dialog, '.leaving').length === 1);
    await expect(dialog).to.be.accessible();
    await waitUntil(() => dialog.shadowRoot!.activeElement === find(dialog, '.keep'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(dialog, '.leaving').length === 0);
    assert.equal((find(dialog, '#last_name') as HTMLInputElement).value, 'Fischer');
  });

  it('lets those without the permission change only their own name, language and time zone', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(USERS, ({ query }) => userPage(query.type === 'CurrentUser' ? [noah] : [ada, noah]));
    crm.answer(PROFILE, () => ({ profiles: [fullProfile('200', 'Standard', ['View_Leads'])] }));
    const element = await showReady('crm-users', crm);
    await waitUntil(() => findAll(element, '[part=note]').length === 1);
    expect(findAll(element, '.primary')).to.have.length(0);
    expect(findAll(element, '.dots')).to.have.length(1);
    await expect(element).to.be.accessible();
    inRow(element, 'Noah', '.name').click();
    const dialog = await openedDialog(element, 'crm-user-dialog', '#role');
    const closed = findAll(dialog, 'input, select').filter((field) => field.matches(':disabled'));
    assert.sameMembers(
      closed.map(({ id }) => id),
      ['email', 'role', 'profile'],
    );
    await expect(dialog).to.be.accessible();
  });
});
