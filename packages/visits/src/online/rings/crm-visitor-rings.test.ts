import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, textOf, texts, waitUntil, type FakeCrm } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define.js';
import { visitor } from '../../testing/samples.js';
import { unknownSkew } from '../clock-skew.js';
import { loadOnline } from '../load-online.js';
import type { CrmVisitorRings } from './crm-visitor-rings.js';

const READ = 'GET /v1/visitor-rings';
const SAVE = 'PUT /v1/visitor-rings';
const FIELDS = 'GET /v1/visitor-fields';
const customers = '(Visitor_Type:equals:Customer)';
const leads = '(Visitor_Type:equals:Lead)';
const pages = '(Number_Of_Pages:greater_than:9)';

const field = (api_name: string, field_label: string, data_type: string) => ({
  api_name,
  field_label,
  data_type,
  pick_list_values: ['Customer', 'Lead'].map((name) => ({ display_value: name, actual_value: name })),
});

function crmWith(mayChange = true): FakeCrm {
  const defaults = [leads, customers, pages, null];
  return fakeCrm({
    [READ]: () => ({ rings: [customers, leads, pages, null], defaults, may_change: mayChange }),
    [SAVE]: ({ body }) => ({ ...(body as object), defaults, may_change: true }),
    [FIELDS]: () => ({
      fields: [
        field('Visitor_Type', 'Visitor Type', 'picklist'),
        field('Number_Of_Pages', 'Number Of Pages', 'integer'),
      ],
    }),
  });
}

async function show(crm: FakeCrm): Promise<CrmVisitorRings> {
  await loadOnline();
  const visitors = [visitor('11', { visitor_type: 'Lead' }), visitor('12', { visitor_type: 'Customer' })];
  const state = {
    visitors: visitors.map((one) => ({ ...one, leftAt: undefined })),
    seq: 1,
    skew: unknownSkew,
  };
  const element = await fixture<CrmVisitorRings>(
    html`<crm-visitor-rings .client=${crm.client} .state=${state}></crm-visitor-rings>`,
  );
  await waitUntil(() => findAll(element, 'section').length > 0);
  return element;
}

async function openDialog(element: CrmVisitorRings) {
  find(element, '.adjust').focus();
  await sendKeys({ press: 'Enter' });
  const editors = () => dialog()?.renderRoot.querySelectorAll('crm-criteria-editor') ?? [];
  const dialog = () => element.renderRoot.querySelector('crm-visitor-rings-dialog');
  await waitUntil(() => editors().length === 4 && dialog()?.renderRoot.querySelector('dialog')?.open);
  const opened = dialog();
  if (!opened) throw new Error('There is no dialog');
  await waitUntil(() => findAll(editors()[0]!, '[part=row]').length === 1, 'the criteria are there');
  return opened;
}

/** The criteria that stand in the dialog. */
const criteria = (dialog: Awaited<ReturnType<typeof openDialog>>) =>
  [...dialog.renderRoot.querySelectorAll('crm-criteria-editor')].map(({ value }) => value);
const isOpen = (element: CrmVisitorRings) =>
  element.renderRoot.querySelector('crm-visitor-rings-dialog') !== null;

describe('adjusting the rings', () => {
  it('is for those who may', async () => {
    assert.equal(findAll(await show(crmWith(false)), '.adjust').length, 0);
    assert.equal(findAll(await show(crmWith()), '.adjust').length, 1);
  });

  it('shows the criteria of each ring, resets them and saves: visitors stand elsewhere', async () => {
    const crm = crmWith();
    const element = await show(crm);
    assert.deepEqual(texts(element, 'h3'), ['Ring 1, inmost 1', 'Ring 2 1']);
    assert.deepEqual(texts(element, '.name'), ['Visitor 1012', 'Visitor 1011']);
    const dialog = await openDialog(element);
    assert.deepEqual(criteria(dialog), [customers, leads, pages, null]);
    await expect(dialog).to.be.accessible();
    find(dialog, '.defaults').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => criteria(dialog)[0] === leads);
    find(dialog, '.primary').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !isOpen(element), 'the dialog is closed');
    assert.deepEqual(crm.asked.at(-1)?.body, { rings: [leads, customers, pages, null] });
    assert.deepEqual(texts(element, '.name'), ['Visitor 1011', 'Visitor 1012']);
    assert.equal(element.shadowRoot?.activeElement, find(element, '.adjust'));
  });

  it('keeps what was changed when it is refused, and says why, at the ring that it is about', async () => {
    const crm = crmWith();
    const element = await show(crm);
    const dialog = await openDialog(element);
    find(dialog, '.defaults').click();
    crm.answer(SAVE, () => {
      const errors = [{ path: '/rings/2', message: 'There is no such field.' }];
      return Promise.reject(new CrmError('refused', 'invalid_input', 'no', undefined, { errors }));
    });
    find(dialog, '.primary').click();
    await waitUntil(() => findAll(dialog, '.fault').length === 1);
    assert.include(textOf(findAll(dialog, '.ring')[2]), 'There is no such field.');
    assert.equal(criteria(dialog)[0], leads);
    await expect(dialog).to.be.accessible();
    crm.answer(SAVE, () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')));
    find(dialog, '.primary').click();
    await waitUntil(() => textOf(find(dialog, '.fault')) === 'Your profile does not allow this.');
    assert.equal(criteria(dialog)[0], leads);
    find(dialog, '.buttons .button:nth-child(2)').focus();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(element));
  });
});
