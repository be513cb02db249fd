import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, later, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import {
  fullProfile,
  identityAnswers,
  noah,
  PROFILE,
  UPDATE_PROFILE,
  userPage,
  USERS,
  written,
} from '../testing/samples.js';
import type { CrmProfile } from './crm-profile.js';

async function show({ client }: FakeCrm, id = '200', lang = 'en'): Promise<CrmProfile> {
  const page = await fixture(
    html`<div lang=${lang}><crm-profile profile-id=${id} .client=${client}></crm-profile></div>`,
  );
  return page.querySelector('crm-profile')!;
}

async function showReady(crm: FakeCrm, id?: string, lang?: string): Promise<CrmProfile> {
  const element = await show(crm, id, lang);
  await waitUntil(() => findAll(element, '.grid').length === 1, 'permissions are shown');
  return element;
}

async function showToAdministrator(crm: FakeCrm): Promise<CrmProfile> {
  const element = await showReady(crm);
  await waitUntil(() => findAll(element, 'input[type=checkbox]:enabled').length > 0);
  return element;
}

const box = (element: CrmProfile, label: string): HTMLInputElement => {
  const named = findAll(element, 'input[type=checkbox]').find(
    (input) => (input.getAttribute('aria-label') ?? textOf(input.closest('label'))) === label,
  );
  if (!(named instanceof HTMLInputElement)) throw new Error(`There is no box ${label}`);
  return named;
};

async function press(element: CrmProfile, label: string): Promise<void> {
  box(element, label).focus();
  await sendKeys({ press: 'Space' });
  await element.updateComplete;
}

describe('<crm-profile>', () => {
  it('shows permissions by module and action, and the rest by section', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    assert.deepEqual(texts(element, 'thead th'), ['Module', 'View', 'Create', 'Edit', 'Delete']);
    assert.deepEqual(texts(element, 'tbody th'), ['Leads', 'Contacts']);
    assert.deepEqual(texts(element, 'legend'), ['Social Permissions', 'Setup']);
    const given = ['View: Leads', 'Create: Leads', 'Edit: Leads', 'Social Tab', 'Manage Users'];
    assert.deepEqual(
      given.map((label) => box(element, label).checked),
      [true, true, false, true, false],
    );
    await expect(element).to.be.accessible();
  });

  it('sends only what is changed, by keyboard', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(UPDATE_PROFILE, () => written('profiles', '200'));
    const element = await showToAdministrator(crm);
    await press(element, 'Social Profiles');
    await press(element, 'Edit: Contacts');
    await press(element, 'Edit: Contacts');
    await press(element, 'Delete: Contacts');
    assert.equal(textOf(find(element, '.save strong')), '2 changes');
    await expect(element).to.be.accessible();
    find(element, '.save .primary').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.save').length === 0);
    assert.deepEqual(crm.asked.find(({ key }) => key === UPDATE_PROFILE)?.body, {
      profiles: [
        {
          permissions_details: [
            { id: '900', enabled: true },
            { id: '313', enabled: true },
          ],
        },
      ],
    });
  });

  it('gives what a permission needs, and takes what needs it', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    await press(element, 'View: Leads');
    expect(box(element, 'Create: Leads').checked).to.be.false;
    assert.equal(textOf(find(element, '.save strong')), '2 changes');
    await press(element, 'Delete: Leads');
    expect(box(element, 'View: Leads').checked).to.be.true;
  });

  it('keeps what is changed when it is refused, and says why', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(UPDATE_PROFILE, () => {
      throw new CrmError('forbidden', 'NO_PERMISSION', 'permission denied');
    });
    const element = await showToAdministrator(crm);
    await press(element, 'Manage Users');
    find(element, '.save .primary').click();
    await waitUntil(() => findAll(element, '.save .fault').length === 1);
    expect(box(element, 'Manage Users').checked).to.be.true;
    await expect(element).to.be.accessible();
    find(element, '.save .button').click();
    await element.updateComplete;
    expect(box(element, 'Manage Users').checked).to.be.false;
  });

  it('asks the browser to stay only while there is something to lose', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    const leave = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(leave()).to.be.false;
    await press(element, 'Manage Users');
    expect(leave()).to.be.true;
    element.remove();
    expect(leave()).to.be.false;
  });

  it('finds permissions and modules', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    find(element, 'input[type=search]').focus();
    await sendKeys({ type: 'contact' });
    await waitUntil(() => texts(element, 'tbody th').join() === 'Contacts');
    expect(findAll(element, 'fieldset')).to.have.length(0);
    await sendKeys({ type: 'z' });
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    await expect(element).to.be.accessible();
  });

  it('says that Administrator cannot be changed', async () => {
    const element = await showReady(fakeCrm(identityAnswers()), '100');
    expect(textOf(find(element, '[part=note]'))).to.contain('cannot be changed');
    expect(findAll(element, 'input[type=checkbox]:enabled')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('is only read by those who may not manage profiles', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(USERS, () => userPage([noah]));
    const element = await showReady(crm);
    await waitUntil(() => findAll(element, '[part=note]').length === 1);
    expect(findAll(element, 'input[type=checkbox]:enabled')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('widens no page, however narrow', async () => {
    const element = await showToAdministrator(fakeCrm(identityAnswers()));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
  });

  it('speaks each language', async () => {
    for (const [lang, legend] of Object.entries({
      fr: 'Autorisations sociales',
      ar: 'الصلاحيات الاجتماعية',
    })) {
      const element = await showReady(fakeCrm(identityAnswers()), '200', lang);
      assert.equal(texts(element, 'legend')[0], legend);
      await expect(element).to.be.accessible();
    }
  });
});

describe('<crm-profile> in each state', () => {
  const states = [
    ['loading', () => later().promise, 'loading'],
    ['forbidden', () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')), 'forbidden'],
    ['error', () => undefined, 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(name, async () => {
      const element = await show(fakeCrm({ ...identityAnswers(), [PROFILE]: answer }));
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('error, with a retry that helps', async () => {
    const crm = fakeCrm({ ...identityAnswers(), [PROFILE]: () => undefined });
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    crm.answer(PROFILE, () => ({ profiles: [fullProfile('200', 'Standard', [])] }));
    find(element, '[part=error] button').click();
    await waitUntil(() => findAll(element, '.grid').length === 1);
  });
});
