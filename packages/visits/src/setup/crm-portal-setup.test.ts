import type { PortalSettings } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import type { CrmElement } from '@crm-elements/core/lit';
import { fakeCrm, type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define-setup.js';
import type { CrmPortalSetup } from './crm-portal-setup.js';
import { CHANGE, CREATE, integration, portal, SWITCH, TRACKING, trackingAnswers } from './testing/samples.js';

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmPortalSetup> {
  const page = await fixture(
    html`<div lang=${lang}><crm-portal-setup .client=${client}></crm-portal-setup></div>`,
  );
  return page.querySelector('crm-portal-setup')!;
}

async function part(element: CrmElement, tag: string): Promise<CrmElement> {
  await waitUntil(() => element.renderRoot.querySelector(tag) !== null, `<${tag}> is shown`);
  const found = element.renderRoot.querySelector<CrmElement>(tag)!;
  await found.updateComplete;
  return found;
}

async function press(element: CrmElement, selector: string): Promise<void> {
  find(element, selector).focus();
  await sendKeys({ press: 'Enter' });
}

describe('<crm-portal-setup>', () => {
  it('is accessible while it loads, when it is forbidden, and when it fails, with a retry', async () => {
    const crm = fakeCrm({ [TRACKING]: () => new Promise(() => undefined) });
    const element = await show(crm);
    assert.exists(find(element, '[part=loading]'));
    await expect(element).to.be.accessible();
    const refused = fakeCrm({
      [TRACKING]: () => {
        throw new CrmError('forbidden', 'forbidden', 'no');
      },
    });
    const forbidden = await show(refused);
    await waitUntil(() => findAll(forbidden, '[part=forbidden]').length === 1);
    await expect(forbidden).to.be.accessible();
    const failing = fakeCrm({
      [TRACKING]: () => {
        throw new CrmError('server', 'unexpected', 'no');
      },
    });
    const failed = await show(failing);
    await waitUntil(() => findAll(failed, '[part=error]').length === 1);
    failing.answer(TRACKING, () => integration([portal('7')]));
    await press(failed, '.button');
    await part(failed, 'crm-portal-settings');
  });

  it('creates the first portal and switches on, in one form; nothing typed is lost when it is refused', async () => {
    const crm = fakeCrm(trackingAnswers(integration([], { enabled: false, diagnosis: 'switched_off' })));
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=off]').length === 1);
    await expect(element).to.be.accessible();
    await press(element, '.primary');
    const form = await part(element, 'crm-portal-form');
    await expect(form).to.be.accessible();
    await press(form, '[type=submit]');
    assert.deepEqual(
      findAll(form, '[aria-invalid=true]').map(({ id }) => id),
      ['name', 'allowed_origins'],
    );
    await waitUntil(() => form.shadowRoot?.activeElement?.id === 'name');
    await sendKeys({ type: 'Acme Shop' });
    find(form, '#allowed_origins').focus();
    await sendKeys({ type: 'shop test' });
    crm.answer(CREATE, () => {
      throw new CrmError('refused', 'invalid_input', 'no site', undefined, {
        errors: [{ path: '/allowed_origins/0', message: 'must be an address' }],
      });
    });
    await press(form, '[type=submit]');
    await waitUntil(() => findAll(form, '#allowed_origins-fault').length === 1);
    assert.equal((find(form, '#name') as HTMLInputElement).value, 'Acme Shop');
    crm.answer(CREATE, () => portal('7'));
    crm.answer(SWITCH, () => integration([portal('7')]));
    await press(form, '[type=submit]');
    await part(element, 'crm-portal-settings');
    assert.deepEqual(crm.asked.filter(({ key }) => key === CREATE).at(-1)?.body, {
      name: 'Acme Shop',
      push_as: 'Leads',
      assign_to: 'user',
      visitor_notifications: true,
      missed_chat_seconds: 60,
      allowed_origins: ['shop', 'test'],
    });
    assert.deepEqual(crm.asked.find(({ key }) => key === SWITCH)?.body, { enabled: true });
  });

  it('says what disappears before it deactivates, and brings all back', async () => {
    const crm = fakeCrm(trackingAnswers(integration([portal('7')])));
    crm.answer(SWITCH, ({ body }) => integration([portal('7')], body as object));
    const element = await show(crm);
    await part(element, 'crm-portal-settings');
    await press(element, '.bar .quiet');
    assert.equal(findAll(element, '#deactivate[open] li').length, 4);
    await expect(element).to.be.accessible();
    await press(element, '#deactivate [value=confirm]');
    await waitUntil(() => findAll(element, '[part=off]').length === 1);
    assert.deepEqual(texts(element, '.paused li'), ['Acme Shop']);
    await press(element, '.primary');
    await part(element, 'crm-portal-settings');
  });

  it('says why nothing more can be created, and associates a portal that exists', async () => {
    const other = portal('8', { name: 'Blog', associated: false, created_by: { id: '2', name: 'Noah' } });
    const crm = fakeCrm(trackingAnswers(integration([portal('7'), other], { refusal: 'user_limit' })));
    const element = await show(crm);
    await part(element, 'crm-portal-settings');
    await press(element, '.bar .end .button');
    const adder = await part(element, 'crm-portal-adder');
    assert.match(textOf(find(adder, '.limit')), /a user creates one only/);
    await expect(adder).to.be.accessible();
    crm.answer(CHANGE, () => ({ ...other, associated: true }));
    crm.answer(TRACKING, () => integration([portal('7'), { ...other, associated: true }]));
    await press(adder, '.free .button');
    await waitUntil(() => findAll(element, 'option').length === 2);
    assert.deepEqual(crm.asked.find(({ key }) => key === CHANGE)?.body, { associated: true });
  });

  it('asks before another portal takes the place of unsaved changes', async () => {
    const crm = fakeCrm(trackingAnswers(integration([portal('7'), portal('8', { name: 'Blog' })])));
    const element = await show(crm);
    const settings = await part(element, 'crm-portal-settings');
    find(settings, '#tab-codes').focus();
    await sendKeys({ press: 'ArrowRight' });
    const configuration = await part(settings, 'crm-portal-configuration');
    await expect(configuration).to.be.accessible();
    find(configuration, '#name').focus();
    await sendKeys({ type: '!' });
    await configuration.updateComplete;
    const select = find(element, 'select') as HTMLSelectElement;
    select.focus();
    await sendKeys({ type: 'Blog' });
    await waitUntil(() => findAll(element, '#leave[open]').length === 1);
    assert.equal(select.value, '7');
    await press(element, '#leave [value=confirm]');
    await waitUntil(() => select.value === '8');
  });

  it('takes the time after which a chat is missed, and says at the field why it is refused', async () => {
    const crm = fakeCrm(trackingAnswers(integration([portal('7')])));
    const settings = await part(await show(crm), 'crm-portal-settings');
    find(settings, '#tab-codes').focus();
    await sendKeys({ press: 'ArrowRight' });
    const configuration = await part(settings, 'crm-portal-configuration');
    const field = find(configuration, '#missed_chat_seconds') as HTMLInputElement;
    const errors = [{ path: '/missed_chat_seconds', message: 'Expected integer' }];
    crm.answer(CHANGE, () =>
      Promise.reject(new CrmError('refused', 'invalid_input', 'no', undefined, { errors })),
    );
    field.select();
    await sendKeys({ type: 'soon' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(configuration, '#missed_chat_seconds-fault').length === 1);
    assert.equal(textOf(find(configuration, '.fault')), 'A whole number from 1 to 3,600.');
    assert.equal(field.value, 'soon');
    await expect(configuration).to.be.accessible();
    crm.answer(CHANGE, () => portal('7', { missed_chat_seconds: 90 }));
    field.select();
    await sendKeys({ type: '90' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(find(configuration, '.done')) === 'Saved');
    assert.equal((crm.asked.at(-1)?.body as PortalSettings).missed_chat_seconds, 90);
  });

  for (const diagnosis of ['never_called', 'origin_refused'] as const) {
    it(`names the cause of an empty tab: ${diagnosis}`, async () => {
      const crm = fakeCrm(trackingAnswers(integration([portal('7')], { diagnosis, has_visits: false })));
      const element = await show(crm);
      await waitUntil(() => findAll(element, '[part=diagnosis]').length === 1);
      await expect(element).to.be.accessible();
    });
  }

  for (const lang of ['fr', 'ar']) {
    it(`is accessible in ${lang}`, async () => {
      const element = await show(fakeCrm(trackingAnswers(integration([portal('7')]))), lang);
      await part(element, 'crm-portal-settings');
      await expect(element).to.be.accessible();
    });
  }
});
