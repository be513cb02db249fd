import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { itDrawsEachState } from '../testing/each-state.js';
import { choose, fill, inRow, openedDialog, pick, rowOf } from '../testing/by-hand.js';
import {
  ADD_ROLE,
  DELETE_ROLE,
  fullProfile,
  identityAnswers,
  PROFILE,
  role,
  ROLES,
  UPDATE_ROLE,
  written,
} from '../testing/samples.js';
import { show, showReady, showToAdministrator } from '../testing/show.js';

const ceo = role('10', 'CEO');
const support = role('20', 'Support', { id: '10', name: 'CEO' });
const sales = role('30', 'Sales', { id: '10', name: 'CEO' });
const rep = role('31', 'Representative', { id: '30', name: 'Sales' });

const crmWith = (...roles: ReturnType<typeof role>[]) =>
  fakeCrm({ ...identityAnswers(), [ROLES]: () => ({ roles }) });

describe('<crm-roles>', () => {
  it('shows who is under whom, with the users of each role', async () => {
    const element = await showToAdministrator('crm-roles', crmWith(ceo, support, sales, rep));
    assert.deepEqual(texts(element, '.tree > ul > li > .role .name'), ['CEO']);
    assert.deepEqual(texts(element, '.tree > ul > li > ul > li > .role .name'), ['Support', 'Sales']);
    const below = find(element, 'ul[aria-label="Roles below Sales"]');
    assert.equal(textOf(below.querySelector('.name')), 'Representative');
    const startOf = (name: string) => inRow(element, name, '.name').getBoundingClientRect().left;
    expect(startOf('Sales'), 'what is below is further in').to.be.greaterThan(startOf('CEO'));
    expect(startOf('Representative')).to.be.greaterThan(startOf('Sales'));
    await waitUntil(() => textOf(rowOf(element, 'Support')).includes('2 users'));
    await expect(element).to.be.accessible();
  });

  it('adds a role below another one, by keyboard', async () => {
    const crm = crmWith(ceo, support);
    crm.answer(ADD_ROLE, () => {
      crm.answer(ROLES, () => ({
        roles: [ceo, support, role('40', 'Second line', { id: '20', name: 'Support' })],
      }));
      return written('roles', '40');
    });
    const element = await showToAdministrator('crm-roles', crm);
    await choose(element, 'Support', 'Add a role below');
    const dialog = await openedDialog(element, 'crm-role-dialog', '#name');
    await expect(dialog).to.be.accessible();
    await fill(dialog, 'name', 'Second line');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Second line') !== undefined);
    assert.deepEqual(crm.asked.find(({ key }) => key === ADD_ROLE)?.body, {
      roles: [{ name: 'Second line', description: '', reporting_to: '20', share_with_peers: false }],
    });
  });

  it('moves a role, not under itself, and sends only that', async () => {
    const crm = crmWith(ceo, support, sales, rep);
    crm.answer(UPDATE_ROLE, () => written('roles', '30'));
    const element = await showToAdministrator('crm-roles', crm);
    await choose(element, 'Sales', 'Edit or move');
    const dialog = await openedDialog(element, 'crm-role-dialog', '#reporting_to');
    assert.deepEqual(texts(dialog, '#reporting_to option'), ['CEO', 'Support']);
    await pick(dialog, 'reporting_to', 'Supp');
    find(dialog, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(dialog, 'dialog[open]').length === 0);
    assert.deepEqual(crm.asked.find(({ key }) => key === UPDATE_ROLE)?.body, {
      roles: [{ reporting_to: '20' }],
    });
  });

  it('says at the name that it is taken', async () => {
    const crm = crmWith(ceo, support);
    crm.answer(UPDATE_ROLE, () => {
      throw new CrmError('refused', 'DUPLICATE_DATA', 'duplicate data', undefined, { api_name: 'name' });
    });
    const element = await showToAdministrator('crm-roles', crm);
    inRow(element, 'Support', '.name').click();
    const dialog = await openedDialog(element, 'crm-role-dialog', '#name');
    await fill(dialog, 'name', 'CEO');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(findAll(dialog, '.field .fault')[0]).startsWith('This is taken'));
    assert.equal((find(dialog, '#name') as HTMLInputElement).value, 'CEO');
    await expect(dialog).to.be.accessible();
  });

  it('deletes a role; the one above takes over unless another is chosen; the top stays', async () => {
    const crm = crmWith(ceo, support, sales, rep);
    crm.answer(DELETE_ROLE, () => {
      crm.answer(ROLES, () => ({ roles: [ceo, support, sales] }));
      return written('roles', '31');
    });
    const element = await showToAdministrator('crm-roles', crm);
    expect(textOf(inRow(element, 'CEO', '.menu'))).not.to.contain('Delete');
    await choose(element, 'Representative', 'Delete role');
    const removal = await openedDialog(element, 'crm-removal-dialog', '#transfer');
    assert.equal((find(removal, '#transfer') as HTMLSelectElement).value, '30');
    await expect(removal).to.be.accessible();
    find(removal, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Representative') === undefined);
    assert.deepEqual(crm.asked.find(({ key }) => key === DELETE_ROLE)?.query, { transfer_to_id: '30' });
  });

  it('is only read by those who may not manage roles', async () => {
    const crm = crmWith(ceo, support);
    crm.answer(PROFILE, () => ({ profiles: [fullProfile('200', 'Standard', [])] }));
    const element = await showReady('crm-roles', crm);
    await waitUntil(() => findAll(element, '[part=note]').length === 1);
    expect(findAll(element, '[part=row] button')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('widens no page, however narrow', async () => {
    const element = await showToAdministrator('crm-roles', crmWith(ceo, sales, rep));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('speaks each language', async () => {
    for (const [lang, label] of Object.entries({ fr: 'Rôles', ar: 'الأدوار' })) {
      const element = await showReady('crm-roles', crmWith(ceo, sales), lang);
      assert.equal(find(element, '.tree > ul').getAttribute('aria-label'), label);
      await expect(element).to.be.accessible();
    }
  });
});

describe('<crm-roles> in each state', () => {
  itDrawsEachState((answer) => show('crm-roles', fakeCrm({ ...identityAnswers(), [ROLES]: answer })));
});
