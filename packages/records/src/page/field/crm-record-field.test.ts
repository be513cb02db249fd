import { type FakeCrm, find, findAll, later, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import { leadFields } from '../../testing/samples.js';
import { lead, leadCrm, LEADS_ROOM, offline, READ, refused, WRITE, written } from '../testing/samples.js';
import type { CrmRecordField } from './crm-record-field.js';

async function show(crm: FakeCrm, name: string, lang = 'en'): Promise<CrmRecordField> {
  const field = leadFields.find(({ api_name: one }) => one === name);
  const page = await fixture(
    html`<div lang=${lang}>
      <crm-record-field
        module="Leads"
        record-id="7"
        editable
        .field=${field}
        .client=${crm.client}
      ></crm-record-field>
    </div>`,
  );
  const element = page.querySelector('crm-record-field')!;
  await waitUntil(() => findAll(element, '.shown').length === 1, 'the value is shown');
  return element;
}

const control = (element: CrmRecordField) => find(element, '#control') as HTMLInputElement;
const focused = (element: CrmRecordField) => element.shadowRoot?.activeElement;
const fault = (element: CrmRecordField) => textOf(element.renderRoot.querySelector('.fault'));

/** Opens the editor by keyboard and replaces what stands there. */
async function type(element: CrmRecordField, text: string): Promise<void> {
  find(element, '.pencil').focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => findAll(element, '#control').length === 1 && focused(element) === control(element));
  await sendKeys({ type: text });
}

describe('<crm-record-field>', () => {
  it('is edited by keyboard: Enter begins, Enter saves, and the value is there before the answer', async () => {
    const crm = leadCrm();
    const answer = later<unknown>();
    crm.answer(WRITE, () => answer.promise);
    const element = await show(crm, 'Company');
    await type(element, 'Engines & Co');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(find(element, '.shown')) === 'Engines & Co');
    assert.equal(textOf(find(element, '.value [role=status]')), 'Saving…');
    crm.answer(READ, () => ({ data: [lead({ Company: 'Engines & Co' })] }));
    answer.resolve(written('2026-03-04T09:31:00+00:00'));
    await waitUntil(() => findAll(element, '.value [role=status]').length === 0);
    const write = crm.asked.find(({ key }) => key === WRITE);
    assert.deepEqual(write?.body, { data: [{ Company: 'Engines & Co' }] });
    assert.equal(focused(element), find(element, '.pencil'));
  });

  it('is left as it was by Escape', async () => {
    const crm = leadCrm();
    const element = await show(crm, 'Company');
    await type(element, 'Nonsense');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => findAll(element, '#control').length === 0);
    assert.equal(textOf(find(element, '.shown')), 'Analytical Engines');
    expect(crm.asked.some(({ key }) => key === WRITE)).to.be.false;
    await waitUntil(() => focused(element) === find(element, '.pencil'));
  });

  it('keeps what was typed when the focus goes elsewhere, and closes where nothing was', async () => {
    const crm = leadCrm();
    const element = await show(crm, 'Company');
    await type(element, 'Half of a na');
    control(element).blur();
    await element.updateComplete;
    assert.equal(control(element).value, 'Half of a na');
    await sendKeys({ press: 'Escape' });
    const other = await show(crm, 'Phone');
    find(other, '.pencil').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(other)?.id === 'control');
    control(other).blur();
    await waitUntil(() => findAll(other, '#control').length === 0);
  });

  it('says what is wrong before anything is sent', async () => {
    const crm = leadCrm();
    const element = await show(crm, 'Email');
    await type(element, 'ada at home');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => fault(element).includes('not an e-mail address'));
    assert.equal(control(element).getAttribute('aria-invalid'), 'true');
    assert.equal(control(element).getAttribute('aria-describedby'), find(element, '.fault').id);
    assert.equal(focused(element), control(element));
    await expect(element).to.be.accessible();
    expect(crm.asked.some(({ key }) => key === WRITE)).to.be.false;
  });

  it('says at the field why the server refuses, with what was typed', async () => {
    const crm = leadCrm();
    crm.answer(WRITE, () => Promise.reject(refused('DUPLICATE_DATA', { api_name: 'Email' })));
    const element = await show(crm, 'Email');
    await type(element, 'grace@navy.test');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => fault(element) === 'Another record already has this value.');
    assert.equal(control(element).value, 'grace@navy.test');
  });

  it('loses nothing when the network is gone', async () => {
    const crm = leadCrm();
    crm.answer(WRITE, () => Promise.reject(offline()));
    const element = await show(crm, 'Company');
    await type(element, 'Written in a tunnel');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => fault(element).startsWith('Not saved'));
    assert.equal(control(element).value, 'Written in a tunnel');
    crm.answer(WRITE, () => written('2026-03-04T09:31:00+00:00'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(find(element, '.shown')) === 'Written in a tunnel');
  });

  it('is not overwritten while it is edited, and asks whose value counts', async () => {
    const crm = leadCrm();
    const element = await show(crm, 'Company');
    await type(element, 'Mine');
    const theirs = { Company: 'Theirs', Modified_Time: '2026-03-04T10:00:00+00:00' };
    crm.answer(READ, () => ({ data: [lead(theirs)] }));
    crm.hint(LEADS_ROOM, 1);
    await waitUntil(() => findAll(element, '.clash').length === 1, 'it is told');
    assert.equal(control(element).value, 'Mine');
    assert.equal(textOf(find(element, '.clash > div')), 'Grace Hopper changed this meanwhile: Theirs');
    await expect(element).to.be.accessible();
    crm.answer(WRITE, () => written('2026-03-04T10:00:05+00:00'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element) === find(element, '.keep'));
    expect(crm.asked.some(({ key }) => key === WRITE)).to.be.false;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(element.renderRoot.querySelector('.shown')) === 'Mine');
    const write = crm.asked.find(({ key }) => key === WRITE);
    assert.equal(write?.unmodifiedSince, theirs.Modified_Time);
  });

  it('takes the value of the other one', async () => {
    const crm = leadCrm();
    crm.answer(WRITE, () => Promise.reject(refused('ALREADY_MODIFIED')));
    const element = await show(crm, 'Company');
    await type(element, 'Mine');
    const theirs = { Company: 'Theirs', Modified_Time: '2026-03-04T10:00:00+00:00' };
    crm.answer(READ, () => ({ data: [lead(theirs)] }));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(element)?.className.includes('keep') ?? false);
    find(element, '.take').click();
    await waitUntil(() => textOf(element.renderRoot.querySelector('.shown')) === 'Theirs');
  });

  it('takes numbers as the reader writes them', async () => {
    const crm = leadCrm();
    crm.answer(WRITE, () => written('2026-03-04T09:31:00+00:00'));
    const element = await show(crm, 'Annual_Revenue', 'fr');
    await type(element, '1 234 567,5');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => crm.asked.some(({ key }) => key === WRITE));
    const write = crm.asked.find(({ key }) => key === WRITE);
    assert.deepEqual(write?.body, { data: [{ Annual_Revenue: 1234567.5 }] });
  });

  it('picks the owner from the users', async () => {
    const crm = leadCrm();
    const element = await show(crm, 'Owner');
    find(element, '.pencil').click();
    await waitUntil(
      () => customElements.get('crm-user-picker') && findAll(element, 'crm-user-picker').length === 1,
    );
    await expect(element).to.be.accessible();
  });

  it('can be cancelled by the host', async () => {
    const crm = leadCrm();
    const element = await show(crm, 'Company');
    element.addEventListener('crm-record-save', (event) => event.preventDefault());
    await type(element, 'Elsewhere');
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(crm.asked.some(({ key }) => key === WRITE)).to.be.false;
    assert.equal(control(element).value, 'Elsewhere');
  });

  it('has no pencil where it cannot be changed', async () => {
    const crm = leadCrm();
    const system = await show(crm, 'Created_Time');
    expect(findAll(system, '.pencil')).to.have.length(0);
    const plain = await show(crm, 'Company');
    plain.editable = false;
    await plain.updateComplete;
    expect(findAll(plain, '.pencil')).to.have.length(0);
    await expect(plain).to.be.accessible();
  });
});
