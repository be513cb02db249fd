import { type FakeCrm, find, findAll, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import '../../define-editing.js';
import { INSERT, leadCrm, written } from '../testing/samples.js';
import type { CrmRecordForm } from './crm-record-form.js';

async function show({ client }: FakeCrm, recordId = ''): Promise<CrmRecordForm> {
  const form = await fixture<CrmRecordForm>(
    html`<crm-record-form module="Leads" record-id=${recordId} .client=${client}></crm-record-form>`,
  );
  await waitUntil(() => findAll(form, '#Company').length === 1, 'the form is shown');
  return form;
}

const company = (form: CrmRecordForm) => find(form, '#Company') as HTMLInputElement;

async function type(form: CrmRecordForm, text: string): Promise<void> {
  company(form).focus();
  company(form).select();
  await sendKeys({ type: text });
}

/** Types, leaves the page, and comes back. */
async function comeBack(crm: FakeCrm, recordId = ''): Promise<CrmRecordForm> {
  const form = await show(crm, recordId);
  await type(form, 'Half of a na');
  form.remove();
  const again = await show(crm, recordId);
  await waitUntil(() => findAll(again, '[part=kept]').length === 1, 'what was typed is back');
  return again;
}

describe('what was typed into a form', () => {
  it('is there again after the page was left, and is said to be', async () => {
    const form = await comeBack(leadCrm());
    assert.equal(company(form).value, 'Half of a na');
    await expect(form).to.be.accessible();
  });

  it('belongs to its record', async () => {
    const crm = leadCrm();
    const form = await comeBack(crm, '7');
    assert.equal(company(form).value, 'Half of a na');
    const fresh = await show(crm);
    assert.equal(company(fresh).value, '');
  });

  it('can be discarded, and is gone then', async () => {
    const crm = leadCrm();
    const form = await comeBack(crm, '7');
    find(form, '.discard').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => company(form).value === 'Analytical Engines');
    form.remove();
    const again = await show(crm, '7');
    await again.updateComplete;
    expect(findAll(again, '[part=kept]')).to.have.length(0);
    assert.equal(company(again).value, 'Analytical Engines');
  });

  it('is forgotten once it is saved', async () => {
    const crm = leadCrm();
    crm.answer(INSERT, () => written('', '9'));
    const form = await comeBack(crm);
    find(form, '#Last_Name').focus();
    await sendKeys({ type: 'Babbage' });
    let created = '';
    form.addEventListener('crm-record-created', ({ recordId }) => (created = recordId));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => created === '9');
    form.remove();
    const again = await show(crm);
    await again.updateComplete;
    assert.equal(company(again).value, '');
  });
});
