import { CrmError } from '@crm-elements/core';
import { type FakeCrm, find, findAll, later, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import { CHANGE, crmWith, DELETE, MAKE, RULES, rule, run, RUNS, saved } from '../testing/samples.js';
import type { CrmWorkflowRules } from './crm-workflow-rules.js';

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmWorkflowRules> {
  const page = await fixture(
    html`<div lang=${lang}><crm-workflow-rules .client=${client}></crm-workflow-rules></div>`,
  );
  const element = page.querySelector('crm-workflow-rules')!;
  await element.updateComplete;
  return element;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmWorkflowRules> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.rule').length > 0, 'rules are shown');
  return element;
}

const switchOf = (element: CrmWorkflowRules) => find(element, '[role=switch]') as HTMLInputElement;
const has = (element: CrmWorkflowRules, selector: string) => findAll(element, selector).length > 0;

describe('<crm-workflow-rules>', () => {
  it('tells each rule in a sentence', async () => {
    const element = await showReady(
      crmWith([
        rule('3', { criteria: '((Lead_Source:equals:Web)and((City:equals:Paris)or(City:equals:Lyon)))' }),
        rule('2'),
        rule('1', {
          criteria: null,
          trigger: 'delete',
          actions: [{ type: 'webhook', url: 'https://hooks.test/', method: 'POST' }],
        }),
      ]),
    );
    await waitUntil(
      () => texts(element, '.about p')[1]?.includes('Lead Source') === true,
      'fields are known',
    );
    assert.deepEqual(texts(element, '.about p'), [
      'When a record is created in Leads, if it meets 3 conditions, create a task and update a field.',
      'When a record is created in Leads, if Lead Source is Web and City is Paris, create a task and update a field.',
      'When a record is deleted in Leads, call a webhook.',
    ]);
    assert.deepEqual(texts(element, '.name'), ['Greet 3', 'Greet 2', 'Greet 1']);
    await expect(element).to.be.accessible();
  });

  it('shows the rules of one module', async () => {
    const element = await showReady(crmWith([rule('2'), rule('1', { module: 'Visits' })]));
    const filter = find(element, '.filter') as HTMLSelectElement;
    filter.focus();
    await sendKeys({ press: 'V' });
    await waitUntil(() => texts(element, '.name').join() === 'Greet 1');
  });

  it('switches a rule at once, by keyboard, and takes a refusal back', async () => {
    const crm = crmWith([rule('2')]);
    const answer = later<unknown>();
    crm.answer(CHANGE, () => answer.promise);
    const element = await showReady(crm);
    switchOf(element).focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => has(element, '.rule[data-off]'), 'before the answer');
    answer.reject(new CrmError('server', 'server', 'no'));
    await waitUntil(() => !has(element, '.rule[data-off]'));
    await waitUntil(() => switchOf(element).checked);
    expect(textOf(find(element, '[role=alert]'))).to.contain('Greet 2');
    await expect(element).to.be.accessible();
    crm.answer(CHANGE, ({ body }) => saved('2', body));
    await sendKeys({ press: 'Space' });
    await waitUntil(() => has(element, '.rule[data-off]') && !has(element, '[role=alert]'));
    const { body } = crm.asked.at(-1)!;
    expect(body).to.include({ name: 'Greet 2', active: false });
  });

  it('deletes a rule after a question, by keyboard', async () => {
    const crm = crmWith([rule('2'), rule('1')], { [DELETE]: () => undefined });
    const element = await showReady(crm);
    find(element, '.buttons button:last-child').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => (find(element, 'dialog') as HTMLDialogElement).open);
    expect(textOf(find(element, 'dialog'))).to.contain('Greet 2');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(crm.asked.some(({ key }) => key === DELETE)).to.be.false;
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => (find(element, 'dialog') as HTMLDialogElement).open);
    await sendKeys({ press: 'Tab' });
    const told = oneEvent(element, 'crm-workflow-rule-deleted');
    await sendKeys({ press: 'Enter' });
    await told;
    assert.deepEqual(texts(element, '.name'), ['Greet 1']);
  });

  it('makes a rule in a view of its own and comes back to it', async () => {
    const crm = crmWith([rule('2')]);
    crm.answer(MAKE, ({ body }) => saved('9', body));
    const element = await showReady(crm);
    find(element, '.bar .primary').click();
    await waitUntil(() => has(element, 'crm-workflow-rule-form'));
    expect(has(element, '.rule')).to.be.false;
    const form = element.renderRoot.querySelector('crm-workflow-rule-form')!;
    await waitUntil(() => findAll(form, '.button').length > 0);
    await sendKeys({ press: 'Tab' });
    form.leave();
    await waitUntil(() => has(element, '.rule'));
    assert.equal(element.shadowRoot?.activeElement?.textContent.trim(), 'New rule');
  });

  it('shows the log, of all rules and of one; tabs go by arrow keys', async () => {
    const crm = crmWith([rule('2')], { [RUNS]: () => ({ data: [run('5')], next_cursor: null }) });
    const element = await showReady(crm);
    find(element, '[role=tab]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => has(element, 'crm-workflow-runs'));
    assert.equal(element.shadowRoot?.activeElement?.id, 'tab-log');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'ArrowRight' });
    await waitUntil(() => has(element, '.rule'));
    find(element, '.buttons button').click();
    await waitUntil(() => has(element, '.limit'));
    await waitUntil(() => crm.asked.at(-1)?.query.rule_id === '2');
    await expect(element).to.be.accessible();
  });
});

describe('<crm-workflow-rules> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', () => later().promise, 'loading'],
    ['empty', () => ({ data: [] }), 'empty'],
    ['forbidden', refusal('forbidden'), 'forbidden'],
    ['error', refusal('server'), 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(name, async () => {
      const crm = crmWith([]);
      crm.answer(RULES, answer);
      const element = await show(crm);
      await waitUntil(() => has(element, `[part=${part}]`));
      await expect(element).to.be.accessible();
    });
  }

  it('error, with a retry that helps', async () => {
    const crm = crmWith([]);
    crm.answer(RULES, refusal('server'));
    const element = await show(crm);
    await waitUntil(() => has(element, '[part=error]'));
    crm.answer(RULES, () => ({ data: [rule('2')] }));
    find(element, '[part=error] button').click();
    await waitUntil(() => has(element, '.rule'));
  });
});

describe('<crm-workflow-rules> in each language', () => {
  const expected = { en: 'Rules', fr: 'Règles', ar: 'القواعد' };
  for (const [lang, title] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showReady(crmWith([rule('2')]), lang);
      assert.equal(texts(element, '[role=tab]')[0], title);
      await expect(element).to.be.accessible();
    });
  }

  it('widens no page, however narrow', async () => {
    const element = await showReady(crmWith([rule('2', { name: 'x'.repeat(90) })]));
    element.style.inlineSize = '320px';
    expect(element.scrollWidth).to.be.at.most(320);
  });
});
