import { fakeCrm, find, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import type { CrmUserPickedEvent, PickedPerson } from '../events.js';
import type { CrmUserPicker } from './crm-user-picker.js';

const USERS = 'GET /crm/v8/users';
const ROLES = 'GET /crm/v8/settings/roles';
const GROUPS = 'GET /crm/v8/settings/user_groups';

const user = (id: string, name: string) => ({ id, full_name: name, email: `${id}@acme.test` });

const organization = () =>
  fakeCrm({
    [USERS]: ({ query }) =>
      query.page === '1'
        ? { users: [user('1', 'Ada Martin')], info: { more_records: true } }
        : { users: [user('2', 'Noé Bernard')], info: { more_records: false } },
    [ROLES]: () => ({ roles: [{ id: '3', name: 'Sales Manager' }] }),
    [GROUPS]: () => undefined,
  });

async function show(crm = organization(), lang = 'en') {
  const picked: (PickedPerson | null)[] = [];
  const onPick = (event: CrmUserPickedEvent) => picked.push(event.value);
  const page = await fixture(html`
    <div lang=${lang}>
      <crm-user-picker
        label="Owner"
        kinds="user role group"
        .client=${crm.client}
        @crm-user-picked=${onPick}
      ></crm-user-picker>
    </div>
  `);
  return { picker: page.querySelector('crm-user-picker')!, picked };
}

const input = (picker: CrmUserPicker) => find(picker, 'input') as HTMLInputElement;

describe('<crm-user-picker>', () => {
  it('offers everybody who is active, with roles and groups, and reads them once', async () => {
    const crm = organization();
    const { picker } = await show(crm);
    expect(crm.asked).to.have.length(0);
    input(picker).click();
    await waitUntil(() => texts(picker, '.option .name').length === 3);
    assert.deepEqual(texts(picker, '.option .name'), ['Ada Martin', 'Noé Bernard', 'Sales Manager']);
    assert.deepEqual(texts(picker, '.chip'), ['Role']);
    assert.deepEqual(
      crm.asked
        .filter(({ key }) => key === USERS)
        .map(({ query }) => `${String(query.type)} ${String(query.page)}`),
      ['ActiveUsers 1', 'ActiveUsers 2'],
    );
    await expect(picker).to.be.accessible();
    const { length } = crm.asked;
    input(picker).blur();
    input(picker).click();
    await waitUntil(() => texts(picker, '.option').length === 3);
    assert.equal(crm.asked.length, length);
  });

  it('finds without accents and picks with its kind', async () => {
    const { picker, picked } = await show();
    input(picker).focus();
    await sendKeys({ type: 'noe' });
    await waitUntil(() => texts(picker, '.option .name').join() === 'Noé Bernard');
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(picked, [{ type: 'user', id: '2', name: 'Noé Bernard' }]);
    await waitUntil(() => textOf(find(picker, '.box .avatar')) === 'NB');
    await expect(picker).to.be.accessible();
  });

  it('offers whoever reads, and names who is known by an id only', async () => {
    const { picker, picked } = await show();
    picker.currentUser = true;
    picker.value = { type: 'user', id: '1', name: '' };
    await waitUntil(() => input(picker).value === 'Ada Martin');
    input(picker).select();
    await sendKeys({ type: 'current' });
    await waitUntil(() => texts(picker, '.option .name').join() === 'The current user');
    await sendKeys({ press: 'Enter' });
    assert.equal(picked[0]?.id, '${CURRENTUSER}');
  });

  for (const [lang, role] of Object.entries({ en: 'Role', fr: 'Rôle', ar: 'دور' })) {
    it(`speaks ${lang}`, async () => {
      const { picker } = await show(organization(), lang);
      await waitUntil(() => picker.hasUpdated);
      input(picker).click();
      await waitUntil(() => texts(picker, '.chip').join() === role);
      await expect(picker).to.be.accessible();
    });
  }
});
