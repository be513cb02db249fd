import type { TriggerRule } from '@crm-elements/contract';
import { fakeCrm, find, findAll, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define-setup.js';
import type { CrmTriggerRules } from './crm-trigger-rules.js';

const READ = 'GET /v1/portals/:id/triggers';

const trigger = (name: string, action: TriggerRule['action']): TriggerRule => ({
  name,
  active: true,
  criteria: null,
  action,
  delay: 0,
  once_per: 'visit',
});

describe('<crm-trigger-rules>', () => {
  it('is accessible in each form, and an invitation without a text is refused where it is missing', async () => {
    const { client } = fakeCrm({
      [READ]: () => ({
        rules: [
          trigger('Invite', { type: 'invite', text: '' }),
          trigger('Page', { type: 'page', name: 'offer' }),
        ],
        revision: 1,
      }),
      'GET /v1/visitor-fields': () => ({ fields: [] }),
    });
    const element = await fixture<CrmTriggerRules>(
      html`<crm-trigger-rules portal-id="7" .client=${client}></crm-trigger-rules>`,
    );
    await waitUntil(() => findAll(element, '.rule').length === 2);
    await expect(element).to.be.accessible();
    for (const name of findAll(element, '.name')) {
      name.focus();
      await sendKeys({ press: 'Enter' });
    }
    await waitUntil(() => findAll(element, '.body:not([hidden]) select').length >= 2);
    await expect(element).to.be.accessible();
    find(element, '#name-0').focus();
    await sendKeys({ type: 'd' });
    await waitUntil(() => findAll(element, '[type=submit]').length === 1);
    find(element, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[role=alert]').length > 0);
    assert.include(texts(element, '[role=alert]').join(), 'An invitation needs a text.');
    await expect(element).to.be.accessible();
  });
});
