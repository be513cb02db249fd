import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, later, texts, textOf, type FakeCrm } from '@crm-elements/testing';
import { assert, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import {
  ada,
  ADD_USER,
  DELETE_USER,
  fullProfile,
  identityAnswers,
  lina,
  noah,
  PROFILE,
  UPDATE_USER,
  USER,
  user,
  userPage,
  USERS,
  written,
} from '../testing/samples.js';
import type { CrmUserDialog } from './crm-user-dialog.js';
import type { CrmUsers } from './crm-users.js';

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmUsers> {
  const page = await fixture(html`<div lang=${lang}><crm-users .client=${client}></crm-users></div>`);
  return page.querySelector('crm-users')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmUsers> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '[part=row]').length > 0, 'users are shown');
  return element;
}

/** Ready, and it is known what the reader may do. */
async function showToAdministrator(crm: FakeCrm): Promise<CrmUsers> {
  const element = await showReady(crm);
  await waitUntil(() => findAll(element, '.primary').length === 1, 'something can be changed');
  return element;
}

const dialogOf = (element: CrmUsers) => element.renderRoot.querySelector('crm-user-dialog')!;
const removalOf = (element: CrmUsers) => element.renderRoot.querySelector('crm-removal-dialog')!;
const rowOf = (element: CrmUsers, name: string): HTMLElement =>
  findAll(element, '[part=row]').find((row) => textOf(row).includes(name))!;

/** Opens the menu of a row and presses one of its entries, by keyboard. */
async function choose(element: CrmUsers, name: string, entry: string): Promise<void> {
  const button = rowOf(element, name).querySelector<HTMLElement>('.dots')!;
  button.focus();
  await sendKeys({ press: 'Enter' });
  const menu = rowOf(element, name).querySelector('.menu')!;
  await waitUntil(() => menu.contains(element.shadowRoot!.activeElement), 'the menu has the focus');
  const labels = [...menu.querySelectorAll('button')].map(textOf);
  for (let step = labels.indexOf(entry); step > 0; step--) await sendKeys({ press: 'ArrowDown' });
  assert.equal(textOf(element.shadowRoot!.activeElement), entry);
  await sendKeys({ press: 'Enter' });
}

async function openDialog(element: CrmUsers, open: () => unknown): Promise<CrmUserDialog> {
  open();
  const dialog = dialogOf(element);
  await waitUntil(() => findAll(dialog, 'dialog[open] #role').length === 1, 'the form is shown');
  return dialog;
}

async function fill(dialog: CrmUserDialog, name: string, text: string): Promise<void> {
  const input = find(dialog, `#${name}`) as HTMLInputElement;
  input.focus();
  input.select();
  await sendKeys({ type: text });
}

async function pick(dialog: CrmUserDialog, name: string, start: string): Promise<void> {
  find(dialog, `#${name}`).focus();
  await sendKeys({ type: start });
}

describe('<crm-users>', () => {
  it('lists name, address, role, profile and status, and marks who looks', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    assert.deepEqual(texts(element, '.name'), ['Ada Martin', 'Noah Bernard', 'Lina Haddad']);
    const cells = [...rowOf(element, 'Ada').children].map(textOf);
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
    const element = await showReady(crm);
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
    const element = await showReady(crm);
    find(element, '.more button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[part=row]').length === 2);
    find(element, 'input[type=search]').focus();
    await sendKeys({ type: 'lina' });
    await waitUntil(() => texts(element, '.name').join() === 'Lina Haddad');
    expect(findAll(element, '.more')).to.have.length(0);
  });

  it('adds a user', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(ADD_USER, () => written('users', '9'));
    crm.answer(USER, () => userPage([user('9', 'Mona', 'Fischer')]));
    const element = await showToAdministrator(crm);
    const told: string[] = [];
    element.addEventListener('crm-user-change', ({ change }) => told.push(`asks ${change}`));
    element.addEventListener('crm-user-changed', ({ change }) => told.push(`tells ${change}`));
    const dialog = await openDialog(element, () => find(element, '.bar .primary').click());
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
    const element = await showToAdministrator(crm);
    const dialog = await openDialog(element, () => find(element, '.bar .primary').click());
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
    const element = await showToAdministrator(crm);
    const dialog = await openDialog(element, () =>
      rowOf(element, 'Noah').querySelector<HTMLElement>('.name')!.click(),
    );
    await fill(dialog, 'last_name', 'Blanc');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Noah Blanc') !== undefined);
    assert.deepEqual(crm.asked.find(({ key }) => key === UPDATE_USER)?.body, {
      users: [{ last_name: 'Blanc' }],
    });
  });

  it('asks before changes are thrown away', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    const dialog = await openDialog(element, () => find(element, '.bar .primary').click());
    await fill(dialog, 'last_name', 'Fischer');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => findAll(dialog, '.leaving').length === 1);
    await expect(dialog).to.be.accessible();
    await waitUntil(() => dialog.shadowRoot!.activeElement === find(dialog, '.keep'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(dialog, '.leaving').length === 0);
    assert.equal((find(dialog, '#last_name') as HTMLInputElement).value, 'Fischer');
  });

  it('deactivates at once, by the menu and the keyboard', async () => {
    const crm = fakeCrm(identityAnswers());
    const slow = later<unknown>();
    crm.answer(UPDATE_USER, () => slow.promise);
    const element = await showToAdministrator(crm);
    await choose(element, 'Noah', 'Deactivate');
    await waitUntil(() => textOf(rowOf(element, 'Noah').querySelector('[part=status]')) === 'Inactive');
    assert.deepEqual(crm.asked.at(-1)?.body, { users: [{ status: 'inactive' }] });
    slow.resolve(written('users', '2'));
    await waitUntil(
      () => textOf(find(element, '[role=status].visually-hidden')) === 'User deactivated',
      'it is told',
      {
        timeout: 4_000,
      },
    );
  });

  it('says in the row that the last administrator has to stay', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(UPDATE_USER, () => {
      const words = 'the last administrator must stay active and an administrator';
      throw new CrmError('refused', 'INVALID_REQUEST', words, undefined, { id: '1' });
    });
    const element = await showToAdministrator(crm);
    await choose(element, 'Ada', 'Deactivate');
    await waitUntil(() => rowOf(element, 'Ada').querySelector('.fault') !== null);
    expect(textOf(rowOf(element, 'Ada').querySelector('.fault'))).to.contain('the last administrator');
    assert.equal(textOf(rowOf(element, 'Ada').querySelector('[part=status]')), 'Active');
    await expect(element).to.be.accessible();
  });

  it('deletes a user after asking; oneself is not offered', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(DELETE_USER, () => written('users', '3'));
    const element = await showToAdministrator(crm);
    expect(textOf(rowOf(element, 'Ada').querySelector('.menu'))).not.to.contain('Delete');
    await choose(element, 'Lina', 'Delete user');
    const removal = removalOf(element);
    await waitUntil(() => findAll(removal, 'dialog[open]').length === 1);
    assert.equal(textOf(find(removal, 'h2')), 'Delete Lina Haddad?');
    await expect(removal).to.be.accessible();
    find(removal, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Lina') === undefined);
  });

  it('is changed by nobody when the host prevents it', async () => {
    const crm = fakeCrm(identityAnswers());
    const element = await showToAdministrator(crm);
    element.addEventListener('crm-user-change', (event) => event.preventDefault());
    await choose(element, 'Noah', 'Deactivate');
    expect(crm.asked.some(({ key }) => key === UPDATE_USER)).to.be.false;
    assert.equal(textOf(rowOf(element, 'Noah').querySelector('[part=status]')), 'Active');
  });

  it('lets those without the permission change only their own name, language and time zone', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(USERS, ({ query }) => userPage(query.type === 'CurrentUser' ? [noah] : [ada, noah]));
    crm.answer(PROFILE, () => ({ profiles: [fullProfile('200', 'Standard', ['View_Leads'])] }));
    const element = await showReady(crm);
    await waitUntil(() => findAll(element, '[part=note]').length === 1);
    expect(findAll(element, '.primary')).to.have.length(0);
    expect(findAll(element, '.dots')).to.have.length(1);
    await expect(element).to.be.accessible();
    const dialog = await openDialog(element, () =>
      rowOf(element, 'Noah').querySelector<HTMLElement>('.name')!.click(),
    );
    const closed = findAll(dialog, 'input, select').filter((field) => field.matches(':disabled'));
    assert.sameMembers(
      closed.map(({ id }) => id),
      ['email', 'role', 'profile'],
    );
    await expect(dialog).to.be.accessible();
  });

  it('widens no page, however narrow', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
    expect(find(element, 'table').getBoundingClientRect().width).to.be.at.most(320);
  });
});

describe('<crm-users> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', () => later().promise, 'loading'],
    ['empty', () => undefined, 'empty'],
    ['forbidden', refusal('forbidden'), 'forbidden'],
    ['error', refusal('server'), 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(name, async () => {
      const crm = fakeCrm({ ...identityAnswers(), [USERS]: answer });
      const element = await show(crm);
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('error, with a retry that helps', async () => {
    const crm = fakeCrm({ ...identityAnswers(), [USERS]: refusal('server') });
    const element = await show(crm);
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
      const element = await showReady(fakeCrm(identityAnswers()), lang);
      assert.equal(texts(element, 'thead th')[1], title);
      await expect(element).to.be.accessible();
    });
  }
});
