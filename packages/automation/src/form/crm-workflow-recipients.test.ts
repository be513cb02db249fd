import { find, findAll, textOf } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define-form.js';
import { crmWith } from '../testing/samples.js';
import type { CrmWorkflowRecipients } from './crm-workflow-recipients.js';

const show = (value: CrmWorkflowRecipients['value'], error = '') =>
  fixture<CrmWorkflowRecipients>(html`
    <crm-workflow-recipients
      has-email
      .client=${crmWith([]).client}
      .value=${value}
      error=${error}
    ></crm-workflow-recipients>
  `);

describe('<crm-workflow-recipients>', () => {
  it('adds and removes the record and its owner by keyboard', async () => {
    const element = await show(['owner']);
    element.focus();
    await sendKeys({ press: 'Space' });
    assert.deepEqual(element.value, ['owner', 'record']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    assert.deepEqual(element.value, ['record']);
    await expect(element).to.be.accessible();
  });

  it('adds an address by Enter, each once, and says when it is none', async () => {
    const element = await show([]);
    const input = find(element, '[type=email]') as HTMLInputElement;
    input.focus();
    await sendKeys({ type: 'nobody' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    assert.equal(textOf(find(element, '[role=alert]')), 'This is no e-mail address.');
    await expect(element).to.be.accessible();
    await sendKeys({ type: '@acme.test' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'nobody@acme.test' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    assert.deepEqual(element.value, [{ email: 'nobody@acme.test' }]);
    find(element, '.recipient .icon-button').click();
    await element.updateComplete;
    assert.equal(findAll(element, '.recipient').length, 0);
  });

  it('says what is wrong', async () => {
    const element = await show([], 'Please fill this in.');
    assert.equal(find(element, 'fieldset').getAttribute('aria-describedby'), 'fault');
    await expect(element).to.be.accessible();
  });
});
