import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, later, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { itDrawsEachState, refusal } from '../testing/each-state.js';
import { choose, inRow, openedDialog, rowOf } from '../testing/by-hand.js';
import {
  ada,
  DELETE_USER,
  identityAnswers,
  lina,
  noah,
  UPDATE_USER,
  userPage,
  USERS,
  written,
} from '../testing/samples.js';
import { show, showReady, showToAdministrator } from '../testing/show.js';

describe('<crm-users>', () => {
  it('lists name, address, role, profile and status, and marks who looks', async () => {
    const element = await showToAdministrator('crm-users', fakeCrm(identityAnswers()));
    assert.deepEqual(texts(element, '.name'), ['Ada Martin', 'Noah Bernard', 'Lina Haddad']);
    const cells = [...rowOf(element, 'Ada')!.children].map(textOf);
    expect(cells[0]).to.contain('ada@acme.test');
    assert.deepEqual(cells.slice(1, 4), ['CEO', 'Administrator', 'Active']);
    const marked = findAll(element, '[part=row]').filter((row) => textOf(row).includes('You'));
    assert.deepEqual(
      marked.map((row) => textOf(row.querySelector('.name'))),
      ['Ada Martin'],
    );
    await expect(element).to.be.accessible();
  });

  it('filters by kind and by words, by keyboard', async () => {
    const crm = fakeCrm(identityAnswers());
    const element = await showReady('crm-users', crm);
    find(element, 'input[type=search]').focus();
    await sendKeys({ type: 'supp lin' });
    await waitUntil(() => findAll(element, '[part=row]').length === 1);
    assert.deepEqual(texts(element, '.name'), ['Lina Haddad']);
    await sendKeys({ type: 'x' });
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    await expect(element).to.be.accessible();
    const [, inactive] = findAll(element, '.segments button');
    inactive!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(find(element, '[part=empty]')) === 'No inactive users');
    assert.equal(inactive!.getAttribute('aria-pressed'), 'true');
    expect(crm.asked.some(({ query }) => query.type === 'DeactiveUsers')).to.be.true;
  });

  it('reads the next page, and all of them for a search', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(USERS, ({ query }) => {
      if (query.type === 'CurrentUser') return userPage([ada]);
      return [userPage([ada], true), userPage([noah], true), userPage([lina])][Number(query.page) - 1];
    });
    const element = await showReady('crm-users', crm);
    find(element, '.more button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[part=row]').length === 2);
    find(element, 'input[type=search]').focus();
    await sendKeys({ type: 'lina' });
    await waitUntil(() => texts(element, '.name').join() === 'Lina Haddad');
    expect(findAll(element, '.more')).to.have.length(0);
  });

  it('deactivates at once, by the menu and the keyboard', async () => {
    const crm = fakeCrm(identityAnswers());
    const slow = later<unknown>();
    crm.answer(UPDATE_USER, () => slow.promise);
    const element = await showToAdministrator('crm-users', crm);
    await choose(element, 'Noah', 'Deactivate');
    await waitUntil(() => textOf(inRow(element, 'Noah', '[part=status]')) === 'Inactive');
    assert.deepEqual(crm.asked.at(-1)?.body, { users: [{ status: 'inactive' }] });
    slow.resolve(written('users', '2'));
    await waitUntil(
      () => textOf(find(element, '[role=status].visually-hidden')) === 'Deactivated',
      'it is told',
    );
  });

  it('says in the row that the last administrator has to stay', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(UPDATE_USER, () => {
      const words = 'the last administrator must stay active and an administrator';
      throw new CrmError('refused', 'INVALID_REQUEST', words, undefined, { id: '1' });
    });
    const element = await showToAdministrator('crm-users', crm);
    await choose(element, 'Ada', 'Deactivate');
    await waitUntil(() => Boolean(rowOf(element, 'Ada')?.querySelector('.fault')));
    expect(textOf(inRow(element, 'Ada', '.fault'))).to.contain('the last administrator');
    assert.equal(textOf(inRow(element, 'Ada', '[part=status]')), 'Active');
    await expect(element).to.be.accessible();
  });

  it('deletes a user after asking; oneself is not offered', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(DELETE_USER, () => written('users', '3'));
    const element = await showToAdministrator('crm-users', crm);
    expect(textOf(inRow(element, 'Ada', '.menu'))).not.to.contain('Delete');
    await choose(element, 'Lina', 'Delete user');
    const removal = await openedDialog(element, 'crm-removal-dialog', 'h2');
    assert.equal(textOf(find(removal, 'h2')), 'Delete Lina Haddad?');
    await expect(removal).to.be.accessible();
    find(removal, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Lina') === undefined);
  });

  it('is changed by nobody when the host prevents it', async () => {
    const crm = fakeCrm(identityAnswers());
    const element = await showToAdministrator('crm-users', crm);
    element.addEventListener('crm-user-change', (event) => event.preventDefault());
    await choose(element, 'Noah', 'Deactivate');
    expect(crm.asked.some(({ key }) => key === UPDATE_USER)).to.be.false;
    assert.equal(textOf(inRow(element, 'Noah', '[part=status]')), 'Active');
  });

  it('widens no page, however narrow', async () => {
    const element = await showToAdministrator('crm-users', fakeCrm(identityAnswers()));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
    expect(find(element, 'table').getBoundingClientRect().width).to.be.at.most(320);
  });
});

describe('<crm-users> in each state', () => {
  itDrawsEachState((answer) => show('crm-users', fakeCrm({ ...identityAnswers(), [USERS]: answer })));

  it('error, with a retry that helps', async () => {
    const crm = fakeCrm({ ...identityAnswers(), [USERS]: refusal('server') });
    const element = await show('crm-users', crm);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    crm.answer(USERS, () => userPage([noah]));
    find(element, '[part=error] button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[part=row]').length === 1);
  });
});

describe('<crm-users> in each language', () => {
  const expected = { en: 'Role', fr: 'Rôle', ar: 'الدور' };
  for (const [lang, title] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showReady('crm-users', fakeCrm(identityAnswers()), lang);
      assert.equal(texts(element, 'thead th')[1], title);
      await expect(element).to.be.accessible();
    });
  }
});
