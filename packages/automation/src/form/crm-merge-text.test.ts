import { find, findAll, textOf } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define-form.js';
import { leadFields } from '../testing/samples.js';
import type { CrmMergeText } from './crm-merge-text.js';

const show = (changes: { value?: string; error?: string; multiline?: boolean } = {}) =>
  fixture<CrmMergeText>(html`
    <crm-merge-text
      label="Subject"
      .value=${changes.value ?? ''}
      .fields=${leadFields}
      error=${changes.error ?? ''}
      ?multiline=${changes.multiline ?? false}
    ></crm-merge-text>
  `);

async function insert(element: CrmMergeText, name: string): Promise<void> {
  const menu = find(element, 'select') as HTMLSelectElement;
  menu.value = name;
  menu.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

describe('<crm-merge-text>', () => {
  it('puts a field where the caret is, and goes on there', async () => {
    const element = await show();
    const written: string[] = [];
    element.addEventListener('crm-merge-text-changed', ({ value }) => written.push(value));
    element.focus();
    await sendKeys({ type: 'Call now' });
    for (let step = 0; step < 3; step++) await sendKeys({ press: 'ArrowLeft' });
    await insert(element, 'Last_Name');
    await sendKeys({ type: ' ' });
    assert.equal(element.value, 'Call ${Last_Name} now');
    assert.equal(written.at(-1), 'Call ${Last_Name} now');
    await expect(element).to.be.accessible();
  });

  it('takes several lines', async () => {
    const element = await show({ multiline: true });
    element.focus();
    await sendKeys({ type: 'a' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'b' });
    assert.equal(element.value, 'a\nb');
    await expect(element).to.be.accessible();
  });

  it('says what is wrong at the control', async () => {
    const element = await show({ error: 'Please fill this in.' });
    assert.equal(textOf(find(element, '#fault')), 'Please fill this in.');
    assert.equal(find(element, '#control').getAttribute('aria-describedby'), 'fault');
    await expect(element).to.be.accessible();
    element.fields = [];
    await element.updateComplete;
    assert.equal(findAll(element, 'select').length, 0);
  });
});
