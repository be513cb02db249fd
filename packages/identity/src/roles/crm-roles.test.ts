import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, later, texts, textOf, type FakeCrm } from '@crm-elements/testing';
import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
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
import type { CrmRoles } from './crm-roles.js';

const ceo = role('10', 'CEO');
const support = role('20', 'Support', { id: '10', name: 'CEO' });
const sales = role('30', 'Sales', { id: '10', name: 'CEO' });
const rep = role('31', 'Representative', { id: '30', name: 'Sales' });

const crmWith = (...roles: ReturnType<typeof role>[]) =>
  fakeCrm({ ...identityAnswers(), [ROLES]: () => ({ roles }) });

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmRoles> {
  const page = await fixture(html`<div lang=${lang}><crm-roles .client=${client}></crm-roles></div>`);
  return page.querySelector('crm-roles')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmRoles> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '[part=row]').length > 0, 'roles are shown');
  return element;
}

async function showToAdministrator(crm: FakeCrm): Promise<CrmRoles> {
  const element = await showReady(crm);
  await waitUntil(() => findAll(element, '.dots').length > 0, 'something can be changed');
  return element;
}

describe('<crm-roles>', () => {
  it('shows who is under whom, with the users of each role', async () => {
    const element = await showToAdministrator(crmWith(ceo, support, sales, rep));
    assert.deepEqual(texts(element, '.tree > ul > li > .role .name'), ['CEO']);
    assert.deepEqual(texts(element, '.tree > ul > li > ul > li > .role .name'), ['Support', 'Sales']);
    const below = find(element, 'ul[aria-label="Roles below Sales"]');
    assert.equal(textOf(below.querySelector('.name')), 'Representative');
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
    const element = await showToAdministrator(crm);
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
    const element = await showToAdministrator(crm);
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
    const element = await showToAdministrator(crm);
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
    const element = await showToAdministrator(crm);
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
    const element = await showReady(crm);
    await waitUntil(() => findAll(element, '[part=note]').length === 1);
    expect(findAll(element, '[part=row] button')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('widens no page, however narrow', async () => {
    const element = await showToAdministrator(crmWith(ceo, sales, rep));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('speaks each language', async () => {
    for (const [lang, label] of Object.entries({ fr: 'Rôles', ar: 'الأدوار' })) {
      const element = await showReady(crmWith(ceo, sales), lang);
      assert.equal(find(element, '.tree > ul').getAttribute('aria-label'), label);
      await expect(element).to.be.accessible();
    }
  });
});

describe('<crm-roles> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', () => later().promise, 'loading'],
    ['empty', () => undefined, 'empty'],
    ['forbidden', refusal('forbidden'), 'forbidden'],
    ['error', refusal('server'), 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(name, async () => {
      const element = await show(fakeCrm({ ...identityAnswers(), [ROLES]: answer }));
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }
});
