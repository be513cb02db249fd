import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { itDrawsEachState } from '../testing/each-state.js';
import { choose, fill, inRow, openedDialog, pick, rowOf } from '../testing/by-hand.js';
import {
  ada,
  CLONE_PROFILE,
  DELETE_PROFILE,
  identityAnswers,
  PROFILES,
  UPDATE_PROFILE,
  userPage,
  USERS,
  written,
} from '../testing/samples.js';
import { show } from '../testing/show.js';
import type { CrmProfiles } from './crm-profiles.js';

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmProfiles> {
  const element = await show('crm-profiles', crm, lang);
  await waitUntil(() => findAll(element, '[part=row]').length > 0, 'profiles are shown');
  await waitUntil(() => findAll(element, 'td.end .item').length > 3, 'something can be changed');
  return element;
}

const alone = () => {
  const crm = fakeCrm(identityAnswers());
  crm.answer(USERS, () => userPage([ada]));
  return crm;
};

describe('<crm-profiles>', () => {
  it('lists profiles with their users and marks those that come with the product', async () => {
    const element = await showReady(fakeCrm(identityAnswers()));
    assert.deepEqual(texts(element, '.name'), ['Administrator', 'Standard', 'Guest']);
    assert.deepEqual(texts(element, '[part=kind]'), ['Default', 'Default', 'Custom']);
    await waitUntil(() => texts(element, 'td.number').join() === '1,2,0');
    await expect(element).to.be.accessible();
  });

  it('[SOC-14] says why there are no profiles in an organization with one user', async () => {
    const element = await show('crm-profiles', alone());
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    expect(textOf(find(element, '[part=empty]'))).to.contain('You are the only user');
    expect(findAll(element, '[part=row]')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('opens a profile and comes back to where one was, by keyboard', async () => {
    const element = await showReady(fakeCrm(identityAnswers()));
    inRow(element, 'Standard', '.name').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'crm-profile').length === 1);
    assert.equal(element.profileId, '200');
    find(element, '.back button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement === inRow(element, 'Standard', '.name'));
  });

  it('leaves the opening to the host that wants it', async () => {
    const element = await showReady(fakeCrm(identityAnswers()));
    element.addEventListener('crm-profile-open', (event) => event.preventDefault(), { once: true });
    inRow(element, 'Standard', '.name').click();
    await element.updateComplete;
    assert.equal(element.profileId, '');
  });

  it('asks before unsaved changes of a profile are left', async () => {
    const element = await showReady(fakeCrm(identityAnswers()));
    inRow(element, 'Standard', '.name').click();
    await waitUntil(() => findAll(element, 'crm-profile').length === 1);
    const profile = element.renderRoot.querySelector('crm-profile')!;
    await waitUntil(() => findAll(profile, 'input:enabled[type=checkbox]').length > 0);
    find(profile, '[aria-label="Edit: Leads"]').focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => profile.isChanged);
    find(element, '.back button').click();
    await waitUntil(() => findAll(element, '[part=leaving]').length === 1);
    await expect(element).to.be.accessible();
    await waitUntil(() => element.shadowRoot!.activeElement === find(element, '.keep'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[part=leaving]').length === 0);
    expect(profile.isChanged).to.be.true;
    find(element, '.back button').click();
    await waitUntil(() => findAll(element, '.danger').length === 1);
    find(element, '.danger').click();
    await waitUntil(() => findAll(element, '[part=row]').length === 3);
  });

  it('clones a profile and says at the name that it is taken', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(CLONE_PROFILE, () => {
      throw new CrmError('refused', 'DUPLICATE_DATA', 'duplicate data', undefined, { api_name: 'name' });
    });
    const element = await showReady(crm);
    await choose(element, 'Standard', 'Clone');
    const dialog = await openedDialog(element, 'crm-profile-dialog', '#name');
    await fill(dialog, 'name', 'Guest');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(findAll(dialog, '.field .fault')[0]).startsWith('This is taken'));
    await expect(dialog).to.be.accessible();
    crm.answer(CLONE_PROFILE, () => written('profiles', '400'));
    await fill(dialog, 'name', 'Sales');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Sales') !== undefined);
    assert.deepEqual(crm.asked.filter(({ key }) => key === CLONE_PROFILE).at(-1)?.body, {
      profiles: [{ name: 'Sales', description: '' }],
    });
  });

  it('renames a profile', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(UPDATE_PROFILE, () => written('profiles', '300'));
    const element = await showReady(crm);
    await choose(element, 'Guest', 'Rename');
    const dialog = await openedDialog(element, 'crm-profile-dialog', '#name');
    await fill(dialog, 'name', 'Visitor');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Visitor') !== undefined);
  });

  it('deletes a profile and moves its users to another one', async () => {
    const crm = fakeCrm(identityAnswers());
    crm.answer(DELETE_PROFILE, () => ({ code: 'SUCCESS', details: {}, message: '', status: 'success' }));
    const element = await showReady(crm);
    expect(textOf(inRow(element, 'Administrator', '.menu'))).not.to.contain('Delete');
    await choose(element, 'Guest', 'Delete profile');
    const removal = await openedDialog(element, 'crm-removal-dialog', '#transfer');
    await expect(removal).to.be.accessible();
    await pick(removal, 'transfer', 'Stan');
    find(removal, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowOf(element, 'Guest') === undefined);
    assert.deepEqual(crm.asked.find(({ key }) => key === DELETE_PROFILE)?.query, { transfer_to: '200' });
  });
});

describe('<crm-profiles> in each state', () => {
  itDrawsEachState(
    (answer) => show('crm-profiles', fakeCrm({ ...identityAnswers(), [PROFILES]: answer })),
    ['loading', 'forbidden', 'error'],
  );
});

describe('<crm-profiles-link>', () => {
  const link = ({ client }: FakeCrm): Promise<HTMLElement> =>
    fixture<HTMLElement>(
      html`<crm-profiles-link .client=${client} href="/setup/profiles"></crm-profiles-link>`,
    );
  const anchor = (element: HTMLElement) => element.shadowRoot!.querySelector('a');

  it('[SOC-14] leads to the profiles when there are several users', async () => {
    const element = await link(fakeCrm(identityAnswers()));
    await waitUntil(() => anchor(element) !== null);
    assert.equal(anchor(element)!.getAttribute('href'), '/setup/profiles');
    assert.equal(textOf(anchor(element)), 'Profiles');
    await expect(element).to.be.accessible();
  });

  it('[SOC-14] is absent in an organization with one user', async () => {
    const crm = alone();
    const element = await link(crm);
    await waitUntil(() => crm.asked.length === 1);
    await nextFrame();
    assert.isNull(anchor(element));
    assert.equal(element.getBoundingClientRect().width, 0);
  });
});
