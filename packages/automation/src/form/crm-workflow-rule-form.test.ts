import { CrmError } from '@crm-elements/core';
import { type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { aTimeout, assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { WorkflowRule } from '@crm-elements/contract';
import '../define-form.js';
import type { CrmWorkflowRuleSavedEvent } from '../events.js';
import { CHANGE, crmWith, leads, MAKE, rule, saved, visits } from '../testing/samples.js';
import type { CrmMergeText } from './crm-merge-text.js';
import type { CrmWorkflowRuleForm } from './crm-workflow-rule-form.js';

async function show({ client }: FakeCrm, edited?: WorkflowRule, lang = 'en'): Promise<CrmWorkflowRuleForm> {
  const page = await fixture(html`
    <div lang=${lang}>
      <crm-workflow-rule-form
        .client=${client}
        .rule=${edited}
        .modules=${[leads, visits]}
      ></crm-workflow-rule-form>
    </div>
  `);
  const element = page.querySelector('crm-workflow-rule-form')!;
  await waitUntil(() => findAll(element, 'form').length > 0, 'the form is shown');
  return element;
}

const control = (element: CrmWorkflowRuleForm, path: string) => {
  const part = find(element, `[data-path="${path}"]`);
  return part.querySelector<HTMLInputElement>('input, select') ?? (part as HTMLInputElement);
};

/** Writes at the end of what is there. */
async function write(element: CrmWorkflowRuleForm, path: string, text: string): Promise<void> {
  control(element, path).focus();
  await sendKeys({ press: 'End' });
  await sendKeys({ type: text });
  await element.updateComplete;
}

/** Chooses as a reader does: by the select's own change. */
async function choose(element: CrmWorkflowRuleForm, select: HTMLElement, value: string): Promise<void> {
  (select as HTMLSelectElement).value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

const add = (element: CrmWorkflowRuleForm, type: string) =>
  choose(element, find(element, '.adder select'), type);
const focused = (element: CrmWorkflowRuleForm) =>
  element.shadowRoot?.activeElement?.closest<HTMLElement>('[data-path]')?.dataset.path;
const save = async (element: CrmWorkflowRuleForm) => {
  find(element, '[type=submit]').click();
  await element.updateComplete;
};

describe('<crm-workflow-rule-form>', () => {
  it('says at a part what is wrong with it when it is left, and takes it back when it is right', async () => {
    const element = await show(crmWith([]), rule('7', { actions: [] }));
    await add(element, 'webhook');
    const url = 'actions[0].url';
    const fault = () => textOf(element.renderRoot.querySelector(`[data-path="${url}"] .fault`));
    // Who only passes through is told nothing.
    control(element, url).focus();
    await sendKeys({ press: 'Tab' });
    await element.updateComplete;
    assert.equal(fault(), '');
    await write(element, url, 'hooks.test');
    assert.equal(fault(), '', 'nothing is said while it is written');
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => fault().includes('https://'));
    assert.equal(control(element, url).getAttribute('aria-invalid'), 'true');
    await expect(element).to.be.accessible();
    control(element, url).select();
    await sendKeys({ type: 'https://hooks.test/' });
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => fault() === '' && findAll(element, '[part=faults]').length === 0);
  });

  it('says when a day is out of range or a needed text was emptied', async () => {
    const element = await show(crmWith([]), rule('7'));
    const days = control(element, 'actions[0].due_in_days');
    days.focus();
    days.select();
    await sendKeys({ type: '400' });
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => texts(element, '.action .fault').join() === 'A whole number from 0 to 365.');
    const subject = element.renderRoot.querySelector<CrmMergeText>('[data-path="actions[0].subject"]')!;
    subject.focus();
    (find(subject, '#control') as HTMLInputElement).select();
    await sendKeys({ press: 'Delete' });
    await sendKeys({ press: 'Tab' });
    await waitUntil(() => textOf(findAll(subject, '.fault')[0]) === 'Please fill this in.');
    await expect(element).to.be.accessible();
  });

  it('makes a rule with each kind of action', async () => {
    const crm = crmWith([]);
    crm.answer(MAKE, ({ body }) => saved('9', body));
    const element = await show(crm);
    await write(element, 'name', 'Greet');
    await choose(element, control(element, 'module'), 'Leads');
    await waitUntil(() => findAll(element, '.adder option').length === 6);
    await add(element, 'field_update');
    await waitUntil(() => findAll(element, '[data-path="actions[0].field"] option').length > 2);
    await choose(element, control(element, 'actions[0].field'), 'Lead_Status');
    await choose(element, control(element, 'actions[0].value'), 'Contacted');
    await add(element, 'task');
    await write(element, 'actions[1].subject', 'Call');
    await add(element, 'email_alert');
    await write(element, 'actions[2].subject', 'Hello');
    await write(element, 'actions[2].body', 'There');
    await add(element, 'webhook');
    await write(element, 'actions[3].url', 'https://hooks.test/');
    await add(element, 'create_record');
    await choose(element, control(element, 'actions[4].module'), 'Leads');
    await waitUntil(() => findAll(element, '[data-path="actions[4].names.0"]').length === 1);
    await choose(element, control(element, 'actions[4].names.0'), 'Last_Name');
    await write(element, 'actions[4].values.Last_Name', 'New');
    await expect(element).to.be.accessible();
    const told = oneEvent(element, 'crm-workflow-rule-saved');
    await save(element);
    const { rule: made } = (await told) as unknown as CrmWorkflowRuleSavedEvent;
    assert.equal(made.id, '9');
    const { client_id: clientId, ...body } = crm.asked.at(-1)!.body as Record<string, unknown>;
    expect(clientId).to.be.a('string');
    assert.deepEqual(body, {
      name: 'Greet',
      description: '',
      module: 'Leads',
      active: true,
      trigger: 'create',
      fields: [],
      criteria: null,
      actions: [
        { type: 'field_update', field: 'Lead_Status', value: 'Contacted' },
        { type: 'task', subject: 'Call', due_in_days: 1, assign_to: 'owner' },
        { type: 'email_alert', to: ['owner'], subject: 'Hello', body: 'There' },
        { type: 'webhook', url: 'https://hooks.test/', method: 'POST' },
        { type: 'create_record', module: 'Leads', values: { Last_Name: 'New' } },
      ],
    });
  });

  it('offers only the triggers and actions that the module allows', async () => {
    const element = await show(crmWith([]));
    await choose(element, control(element, 'module'), 'Visits');
    assert.deepEqual(texts(element, '[data-path=trigger] option'), ['A record is created']);
    assert.deepEqual(texts(element, '.adder option'), ['Add an action…', 'Create a task', 'Call a webhook']);
  });

  it('says what is missing at its field and goes to the first', async () => {
    const crm = crmWith([]);
    const element = await show(crm);
    await save(element);
    await waitUntil(() => focused(element) === 'name');
    assert.equal(textOf(find(element, '#name-fault')), 'Please fill this in.');
    expect(control(element, 'name').getAttribute('aria-describedby')).to.contain('name-fault');
    await expect(element).to.be.accessible();
    expect(crm.asked.some(({ key }) => key === MAKE)).to.be.false;
  });

  it('shows what the server refuses at its field and keeps what was written', async () => {
    const crm = crmWith([]);
    crm.answer(CHANGE, () =>
      Promise.reject(
        new CrmError('refused', 'invalid_input', 'no', undefined, {
          errors: [{ path: 'actions[1].value', message: 'is none of the values of the field' }],
        }),
      ),
    );
    const element = await show(crm, rule('7'));
    await write(element, 'name', '!');
    await waitUntil(() => findAll(element, '[data-path="actions[1].value"]').length === 1);
    await save(element);
    await waitUntil(() => focused(element) === 'actions[1].value');
    expect(textOf(find(element, '[data-path="actions[1].value"]'))).to.contain('is none of the values');
    assert.equal(control(element, 'name').value, 'Greet 7!');
    await expect(element).to.be.accessible();
  });

  it('does not send criteria that are not complete, and shows where', async () => {
    const crm = crmWith([]);
    const element = await show(crm, rule('7', { criteria: null }));
    const editor = element.renderRoot.querySelector('crm-criteria-editor')!;
    await waitUntil(() => findAll(editor, 'button').length > 0);
    find(editor, 'button').click();
    await waitUntil(() => findAll(editor, '[part=row]').length > 0, 'a row is added');
    await save(element);
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'crm-criteria-editor');
    expect(crm.asked.some(({ key }) => key === CHANGE)).to.be.false;
    await expect(element).to.be.accessible();
  });

  it('tries again with the same client id, so that a rule is made once', async () => {
    const crm = crmWith([]);
    crm.answer(MAKE, () => Promise.reject(new CrmError('offline', 'offline', 'no')));
    const element = await show(crm);
    await write(element, 'name', 'Greet');
    await choose(element, control(element, 'module'), 'Leads');
    await add(element, 'task');
    await write(element, 'actions[0].subject', 'Call');
    await save(element);
    await waitUntil(() => findAll(element, '[part=faults]').length === 1);
    expect(textOf(find(element, '[part=faults]'))).to.contain('no connection');
    crm.answer(MAKE, ({ body }) => saved('9', body));
    const told = oneEvent(element, 'crm-workflow-rule-saved');
    await save(element);
    await told;
    const ids = crm.asked.flatMap(({ key, body }) =>
      key === MAKE ? [(body as { client_id: string }).client_id] : [],
    );
    assert.equal(ids.length, 2);
    assert.equal(ids[0], ids[1]);
  });

  it('moves and removes actions by keyboard', async () => {
    const element = await show(crmWith([]), rule('7'));
    assert.deepEqual(texts(element, '.action-title'), ['1. Create a task', '2. Update a field']);
    const [, down] = findAll(element, '.action-head button');
    down!.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    assert.deepEqual(texts(element, '.action-title'), ['1. Update a field', '2. Create a task']);
    find(element, '.action-head button:last-child').click();
    await element.updateComplete;
    assert.deepEqual(texts(element, '.action-title'), ['1. Create a task']);
  });

  it('asks before it is left with changes, and throws them away only then', async () => {
    const element = await show(crmWith([]), rule('7'));
    await write(element, 'name', '!');
    element.leave();
    const dialog = find(element, 'dialog') as HTMLDialogElement;
    await waitUntil(() => dialog.open);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !dialog.open);
    assert.equal(control(element, 'name').value, 'Greet 7!');
    element.leave();
    await sendKeys({ press: 'Tab' });
    const left = oneEvent(element, 'crm-workflow-form-left');
    await sendKeys({ press: 'Enter' });
    await left;
    assert.equal(control(element, 'name').value, 'Greet 7');
  });

  it('brings back what was written before', async () => {
    const crm = crmWith([]);
    const first = await show(crm, rule('7'));
    await write(first, 'name', '!');
    first.remove();
    // The store goes with its last user, a task later.
    await aTimeout(0);
    const second = await show(crm, rule('7'));
    await waitUntil(() => control(second, 'name').value === 'Greet 7!');
    expect(textOf(find(second, '.notice'))).to.contain('still here');
    await expect(second).to.be.accessible();
    find(second, '.notice button').click();
    await waitUntil(() => control(second, 'name').value === 'Greet 7');
  });

  it('widens no page, however narrow', async () => {
    const element = await show(crmWith([]), rule('7'));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
  });

  for (const [lang, title] of Object.entries({
    en: 'Edit workflow rule',
    fr: 'Modifier la règle de workflow',
    ar: 'تعديل قاعدة سير العمل',
  })) {
    it(lang, async () => {
      const element = await show(crmWith([]), rule('7'), lang);
      assert.equal(textOf(find(element, 'h2')), title);
      await expect(element).to.be.accessible();
    });
  }
});
