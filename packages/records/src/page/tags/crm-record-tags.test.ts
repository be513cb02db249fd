import { type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import { lead, leadCrm, offline, READ, refused } from '../testing/samples.js';
import type { CrmRecordTags } from './crm-record-tags.js';

const TAGS = 'GET /crm/v8/settings/tags';
const ADD = 'POST /crm/v8/:module/:id/actions/add_tags';
const TAKE = 'POST /crm/v8/:module/:id/actions/remove_tags';
const tag = (name: string) => ({ id: name, name });

function crmWithTags(): FakeCrm {
  const crm = leadCrm();
  crm.answer(TAGS, () => ({ tags: ['Royal', 'Partner', 'Paris'].map(tag) }));
  return crm;
}

async function show({ client }: FakeCrm, editable = true): Promise<CrmRecordTags> {
  const element = await fixture<CrmRecordTags>(
    html`<crm-record-tags
      module="Leads"
      record-id="7"
      ?editable=${editable}
      .client=${client}
    ></crm-record-tags>`,
  );
  await waitUntil(() => texts(element, '.chip').length > 0, 'the tags are shown');
  return element;
}

const pickerIn = (element: CrmRecordTags) => element.renderRoot.querySelector('crm-tag-picker')!;

/** Opens the picker by keyboard and types. */
async function type(element: CrmRecordTags, text: string): Promise<void> {
  find(element, '.add').focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(
    () => findAll(element, 'crm-tag-picker').length === 1 && pickerIn(element).shadowRoot?.activeElement,
    'the picker has the focus',
  );
  await sendKeys({ type: text });
}

describe('<crm-record-tags>', () => {
  it('only shows them to whoever may only read', async () => {
    const element = await show(crmWithTags(), false);
    assert.deepEqual(texts(element, '.chip'), ['Royal']);
    expect(findAll(element, 'button')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('adds one of the module by typing, at once', async () => {
    const crm = crmWithTags();
    crm.answer(ADD, () => {
      crm.answer(READ, () => ({ data: [lead({ Tag: [tag('Royal'), tag('Partner')] })] }));
      return { data: [] };
    });
    const element = await show(crm);
    await type(element, 'part');
    await waitUntil(() => findAll(pickerIn(element), '[role=option]').length === 2, 'they are offered');
    assert.deepEqual(texts(pickerIn(element), '[role=option]'), ['Partner', 'New tag “part”']);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => texts(element, '.chip').join() === 'Royal,Partner');
    assert.deepEqual(crm.asked.find(({ key }) => key === ADD)?.body, { tags: [{ name: 'Partner' }] });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => element.shadowRoot?.activeElement === find(element, '.add'));
  });

  it('keeps what was typed when it is refused, and says why at the field', async () => {
    const crm = crmWithTags();
    crm.answer(ADD, () => Promise.reject(refused('LIMIT_EXCEEDED', { limit: 10 })));
    const element = await show(crm);
    await type(element, 'Brand new');
    await waitUntil(() => findAll(pickerIn(element), '[role=option]').length === 1);
    await sendKeys({ press: 'Enter' });
    await waitUntil(
      () => textOf(pickerIn(element).shadowRoot?.querySelector('.fault')) === 'At most 10 tags.',
    );
    assert.equal((find(pickerIn(element), 'input') as HTMLInputElement).value, 'Brand new');
    assert.deepEqual(texts(element, '.chip'), ['Royal']);
    await expect(element).to.be.accessible();
  });

  it('takes one away, and gives it back when the network is gone', async () => {
    const crm = crmWithTags();
    crm.answer(TAKE, () => Promise.reject(offline()));
    const element = await show(crm);
    find(element, '.remove').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.fault').length === 1);
    assert.deepEqual(texts(element, '.chip'), ['Royal']);
    crm.answer(TAKE, () => {
      crm.answer(READ, () => ({ data: [lead({ Tag: [] })] }));
      return { data: [] };
    });
    find(element, '.remove').click();
    await waitUntil(() => findAll(element, '.chip').length === 0);
    assert.equal(element.shadowRoot?.activeElement, find(element, '.add'));
  });

  it('can be cancelled by the host', async () => {
    const crm = crmWithTags();
    const element = await show(crm);
    element.addEventListener('crm-record-save', (event) => event.preventDefault());
    find(element, '.remove').click();
    await element.updateComplete;
    expect(crm.asked.some(({ key }) => key === TAKE)).to.be.false;
  });
});
