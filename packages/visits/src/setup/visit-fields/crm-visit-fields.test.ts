import type { FieldDescription, ToldField } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define-setup.js';
import { integration, portal, trackingAnswers } from '../testing/samples.js';
import type { CrmVisitFieldForm } from './crm-visit-field-form.js';
import type { CrmVisitFields } from './crm-visit-fields.js';
import './define-visit-fields.js';

const FIELDS = 'GET /crm/v8/settings/fields';
const TOLD = 'GET /v1/told-fields';
const MAKE = 'POST /crm/v8/settings/fields';
const CHANGE = 'PATCH /crm/v8/settings/fields/:id';
const REMOVE = 'DELETE /crm/v8/settings/fields/:id';

const field = (id: string, label: string, changes: Partial<FieldDescription> = {}) => ({
  id,
  api_name: label.replaceAll(' ', '_'),
  field_label: label,
  data_type: 'text',
  length: 50,
  decimal_place: null,
  custom_field: true,
  read_only: true,
  pick_list_values: [],
  ...changes,
});

const told = (label: string, changes: Partial<ToldField> = {}): ToldField => ({
  label,
  values: ['Team', 'Solo'],
  told_at: new Date(Date.now() - 7_200_000).toISOString(),
  data_type: 'text',
  is_person: false,
  fields: [],
  ...changes,
});

const crmWith = (fields: object[], data: ToldField[]) =>
  fakeCrm({
    ...trackingAnswers(integration([portal('7')])),
    [FIELDS]: () => ({ fields: [{ ...field('1', 'Browser'), custom_field: false }, ...fields] }),
    [TOLD]: () => ({ data, visits: 2_000, filled_days: 90 }),
    [MAKE]: () => ({ fields: [{ code: 'SUCCESS', details: {}, message: '', status: 'success' }] }),
    [CHANGE]: () => ({ fields: [{ code: 'SUCCESS', details: {}, message: '', status: 'success' }] }),
    [REMOVE]: () => ({ fields: [{ code: 'SUCCESS', details: {}, message: '', status: 'success' }] }),
  });

const refusal = (code: string, details: object) => () => {
  throw new CrmError('refused', code, 'no', undefined, { ...details });
};

const bodyOf = (crm: FakeCrm, key: string) =>
  (crm.asked.findLast((asked) => asked.key === key)?.body as { fields: object[] } | undefined)?.fields[0];

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisitFields> {
  const page = await fixture(
    html`<div lang=${lang}><crm-visit-fields .client=${client}></crm-visit-fields></div>`,
  );
  const element = page.querySelector('crm-visit-fields')!;
  await waitUntil(() => findAll(element, '.all').length === 1, 'the fields are shown');
  return element;
}

async function press(element: CrmVisitFields | CrmVisitFieldForm, selector: string): Promise<void> {
  find(element, selector).focus();
  await sendKeys({ press: 'Enter' });
}

async function open(element: CrmVisitFields, selector: string): Promise<CrmVisitFieldForm> {
  await press(element, selector);
  await waitUntil(() => findAll(element, 'crm-visit-field-form').length === 1);
  const form = element.renderRoot.querySelector('crm-visit-field-form')!;
  await waitUntil(() => form.shadowRoot?.activeElement?.id === 'field_label', 'the label has the focus');
  return form;
}

const valueOf = (form: CrmVisitFieldForm, id: string) =>
  (find(form, `#${id}`) as HTMLInputElement | HTMLSelectElement).value;
const isLeft = (element: CrmVisitFields) =>
  waitUntil(() => findAll(element, '.all').length === 1, 'the form is left');

describe('<crm-visit-fields>', () => {
  it('is accessible while it loads, when it is forbidden, and when it fails, with a retry', async () => {
    const crm = crmWith([], []);
    crm.answer(TOLD, () => new Promise(() => undefined));
    const loading = await fixture<CrmVisitFields>(
      html`<crm-visit-fields .client=${crm.client}></crm-visit-fields>`,
    );
    assert.exists(find(loading, '[part=loading]'));
    await expect(loading).to.be.accessible();
    for (const kind of ['forbidden', 'server'] as const) {
      const failing = crmWith([], []);
      failing.answer(TOLD, () => {
        throw new CrmError(kind, kind, 'no');
      });
      const element = await fixture<CrmVisitFields>(
        html`<crm-visit-fields .client=${failing.client}></crm-visit-fields>`,
      );
      const part = kind === 'server' ? 'error' : kind;
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
      if (kind !== 'server') continue;
      failing.answer(TOLD, () => ({ data: [], visits: 1, filled_days: 90 }));
      await press(element, '[part=error] .button');
      await isLeft(element);
    }
  });

  it('shows how a page tells details while none has, and no standard field', async () => {
    const element = await show(crmWith([], []));
    assert.equal(findAll(element, '[part=empty]').length, 2);
    assert.include(textOf(find(element, '[part=code]')), `crm('track'`);
    await expect(element).to.be.accessible();
  });

  it('tells of each field what came last, and whether it fits', async () => {
    const fields = [field('5', 'Plan'), field('6', 'Seats', { data_type: 'integer' }), field('7', 'Rooms')];
    const element = await show(
      crmWith(fields, [
        told('plan', { fields: [{ id: '5', fits: true }] }),
        told('Seats', { values: ['many'], fields: [{ id: '6', fits: false }] }),
        told('email', { is_person: true, data_type: 'email' }),
        told('Colour'),
      ]),
    );
    const [plan, seats, rooms] = texts(element, '[part=field]') as [string, string, string];
    assert.match(plan, /Plan Text Team 2 hours ago Edit Remove/);
    assert.match(seats, /many 2 hours ago does not fit “Whole number”/);
    assert.match(rooms, /Not told in the last visits/);
    assert.deepEqual(texts(element, '[part=told] .name'), ['Colour', 'email']);
    await expect(element).to.be.accessible();
  });

  it('makes a field of what a site tells, filled in, by the keyboard', async () => {
    const crm = crmWith([], [told('Plan chosen')]);
    const element = await show(crm);
    const form = await open(element, '[part=told] .button');
    assert.equal(valueOf(form, 'field_label'), 'Plan chosen');
    assert.include(textOf(find(form, '.code')), '"Plan chosen"');
    await expect(form).to.be.accessible();
    crm.answer(FIELDS, () => ({ fields: [field('5', 'Plan chosen')] }));
    await sendKeys({ press: 'Enter' });
    await isLeft(element);
    assert.deepEqual(bodyOf(crm, MAKE), { field_label: 'Plan chosen', data_type: 'text', length: 255 });
    assert.deepEqual(texts(element, '[part=field] .name'), ['Plan chosen']);
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'new', 'the focus is kept');
  });

  it('offers the values that were told for a pick list', async () => {
    const crm = crmWith([], [told('Plan chosen')]);
    const form = await open(await show(crm), '[part=told] .button');
    find(form, '#data_type').focus();
    await sendKeys({ type: 'Pick' });
    await waitUntil(() => findAll(form, '#pick_list_values').length === 1);
    assert.equal(valueOf(form, 'pick_list_values'), 'Team\nSolo');
    await expect(form).to.be.accessible();
    await press(form, '[type=submit]');
    await waitUntil(() => bodyOf(crm, MAKE) !== undefined);
    assert.deepEqual(bodyOf(crm, MAKE), {
      field_label: 'Plan chosen',
      data_type: 'picklist',
      pick_list_values: [{ display_value: 'Team' }, { display_value: 'Solo' }],
    });
  });

  it('warns of a label that the sites tell almost so, and takes theirs', async () => {
    const form = await open(await show(crmWith([], [told('Plan chosen')])), '#new');
    await sendKeys({ type: 'plan-chosen' });
    await waitUntil(() => findAll(form, '.similar:not([hidden])').length === 1);
    await expect(form).to.be.accessible();
    await press(form, '.similar .button');
    await waitUntil(() => valueOf(form, 'field_label') === 'Plan chosen');
    assert.equal(findAll(form, '.similar:not([hidden])').length, 0);
  });

  it('refuses at the control what cannot be, and keeps what was typed', async () => {
    const crm = crmWith([field('5', 'Plan')], []);
    const element = await show(crm);
    const form = await open(element, '#new');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(form, '#field_label-fault').length === 1);
    await sendKeys({ type: ' PLAN' });
    await press(form, '#length');
    assert.match(textOf(find(form, '#field_label-fault')), /has this label already/);
    find(form, '#field_label').focus();
    await sendKeys({ type: 's' });
    for (const [code, details, control] of [
      ['LIMIT_EXCEEDED', { api_name: 'field_label', limit: 300 }, 'field_label'],
      ['INVALID_DATA', { api_name: 'length', minimum: 1, maximum: 255 }, 'length'],
    ] as const) {
      crm.answer(MAKE, refusal(code, details));
      await press(form, '#field_label');
      await waitUntil(() => findAll(form, `#${control}-fault`).length === 1, control);
    }
    assert.equal(valueOf(form, 'field_label').trim(), 'PLANs');
    await expect(form).to.be.accessible();
    assert.isTrue(element.hasChanges);
  });

  it('renames a field; its type stays; leaving with changes asks first', async () => {
    const crm = crmWith([field('5', 'Plan')], []);
    const element = await show(crm);
    let form = await open(element, '#edit-5');
    assert.isTrue((find(form, '#data_type') as HTMLSelectElement).disabled);
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' chosen' });
    await press(form, '.actions .button:not(.primary)');
    assert.equal(findAll(form, '#leave[open]').length, 1);
    await press(form, '#leave [value=confirm]');
    await isLeft(element);
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'edit-5');
    form = await open(element, '#edit-5');
    assert.equal(valueOf(form, 'field_label'), 'Plan');
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' chosen' });
    await sendKeys({ press: 'Enter' });
    await isLeft(element);
    assert.deepEqual(bodyOf(crm, CHANGE), { field_label: 'Plan chosen', data_type: 'text', length: 50 });
    await waitUntil(() => texts(element, '[role=status]').includes('Plan chosen is saved.'));
  });

  it('names a field of the API whose type is not offered, and leaves its type alone', async () => {
    const crm = crmWith([field('5', 'Serial', { data_type: 'bigint', length: 18 })], []);
    const element = await show(crm);
    assert.match(textOf(find(element, '[part=field]')), /Serial bigint/);
    const form = await open(element, '#edit-5');
    assert.equal(valueOf(form, 'data_type'), 'bigint');
    await sendKeys({ press: 'Enter' });
    await isLeft(element);
    assert.deepEqual(bodyOf(crm, CHANGE), { field_label: 'Serial', data_type: 'bigint' });
  });

  it('removes a field after it said what is lost', async () => {
    const crm = crmWith([field('5', 'Plan')], []);
    const element = await show(crm);
    await press(element, '[part=field] .quiet');
    await waitUntil(() => findAll(element, '#remove[open]').length === 1);
    assert.match(textOf(find(element, '#remove-text')), /disappear from all visits.*last 90 days/);
    await expect(element).to.be.accessible();
    crm.answer(FIELDS, () => ({ fields: [] }));
    await press(element, '#remove [value=confirm]');
    await waitUntil(() => findAll(element, '[part=field]').length === 0);
    assert.deepEqual(crm.asked.find(({ key }) => key === REMOVE)?.params, { id: '5' });
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'new');
  });

  for (const lang of ['fr', 'ar']) {
    it(`is accessible in ${lang}`, async () => {
      const element = await show(crmWith([field('5', 'Plan')], [told('Colour')]), lang);
      await expect(element).to.be.accessible();
      await expect(await open(element, '#new')).to.be.accessible();
    });
  }
});
