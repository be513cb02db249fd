import { fakeCrm, findAll, recordPage, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../define-editing.js';
import type { AnyReference } from '../draft.js';
import type { CrmAnyRecordPicker } from './crm-any-record-picker.js';

const module = (api_name: string) => ({ api_name, singular_label: api_name.slice(0, -1), editable: true });
const deal: AnyReference = { id: '5', name: 'Big deal', module: { api_name: 'Deals' } };

async function show(value: AnyReference | null) {
  const crm = fakeCrm({
    'GET /crm/v8/settings/modules': () => ({ modules: ['Leads', 'Deals', 'Notes'].map(module) }),
    'GET /crm/v8/:module': ({ params }) => recordPage([{ id: '9', Full_Name: `One of ${params.module}` }]),
  });
  const element = await fixture<CrmAnyRecordPicker>(
    html`<crm-any-record-picker
      label="Related To"
      .value=${value}
      .client=${crm.client}
    ></crm-any-record-picker>`,
  );
  await waitUntil(() => findAll(element, 'option').length === 2, 'the modules are there');
  return { element, picker: element.renderRoot.querySelector('crm-record-picker')! };
}

describe('<crm-any-record-picker>', () => {
  it('offers the modules that a lookup may lead into, that of the value first', async () => {
    const { element, picker } = await show(deal);
    assert.deepEqual(texts(element, 'option'), ['Lead', 'Deal']);
    assert.equal(element.renderRoot.querySelector('select')?.value, 'Deals');
    assert.equal(picker.shadowRoot?.querySelector('input')?.value, 'Big deal');
    await expect(element).to.be.accessible();
  });

  it('picks a record of the chosen module by keyboard, and tells which', async () => {
    const { element, picker } = await show(null);
    const told: (AnyReference | null)[] = [];
    element.addEventListener('crm-any-record-picked', ({ value }) => told.push(value));
    element.focus();
    await sendKeys({ type: 'D' });
    await waitUntil(() => picker.module === 'Deals');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => findAll(picker, '[role=option]').length === 1, 'they are offered');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(told, [{ id: '9', name: 'One of Deals', module: { api_name: 'Deals' } }]);
    await expect(element).to.be.accessible();
  });

  it('picks none where another module is chosen', async () => {
    const { element } = await show(deal);
    let told: AnyReference | null | undefined;
    element.addEventListener('crm-any-record-picked', ({ value }) => (told = value));
    element.focus();
    await sendKeys({ type: 'L' });
    await waitUntil(() => told === null);
  });
});
