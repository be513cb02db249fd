import type { FieldDescription } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import { fakeCrm, find, findAll, later, recordPage, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import type { CrmCriteriaChangedEvent } from '../events.js';
import type { CrmCriteriaEditor } from './crm-criteria-editor.js';
import { describedField, pickList } from './testing/fields.js';

const FIELDS = 'GET /crm/v8/settings/fields';

const fields: FieldDescription[] = [
  describedField('Last_Name', 'text'),
  describedField('Lead_Status', 'picklist', { pick_list_values: pickList('New', 'Contacted', 'Lost') }),
  describedField('Annual_Revenue', 'currency'),
  describedField('Email_Opt_Out', 'boolean'),
  describedField('Closing_Date', 'date'),
  describedField('Account_Name', 'lookup', { lookup: { module: { api_name: 'Accounts', id: '1' } } }),
  describedField('Owner', 'ownerlookup'),
];

const crmOf = () =>
  fakeCrm({
    [FIELDS]: () => ({ fields }),
    'GET /crm/v8/users': () => ({
      users: [{ id: '487000000000000001', full_name: 'Ada Martin', email: 'ada@acme.test' }],
      info: { more_records: false },
    }),
    'GET /crm/v8/:module': () => recordPage([{ id: '487000000000000101', Account_Name: 'Acme' }]),
    'GET /crm/v8/:module/:id': () => ({ data: [{ id: '487000000000000101', Account_Name: 'Acme' }] }),
  });

async function show(value: string | null = null, { lang = 'en', crm = crmOf() } = {}) {
  const changes: (string | null)[] = [];
  const onChange = (event: CrmCriteriaChangedEvent) => changes.push(event.value);
  const page = await fixture(html`
    <div lang=${lang}>
      <crm-criteria-editor
        module="Leads"
        label="Which leads"
        .client=${crm.client}
        .value=${value}
        @crm-criteria-changed=${onChange}
      ></crm-criteria-editor>
    </div>
  `);
  const editor = page.querySelector('crm-criteria-editor')!;
  await waitUntil(() => editor.hasUpdated);
  return { editor, changes };
}

async function showReady(...given: Parameters<typeof show>) {
  const shown = await show(...given);
  await waitUntil(() => findAll(shown.editor, '.rows, textarea.code').length === 1, 'it is shown');
  return shown;
}

const focused = (editor: CrmCriteriaEditor) => editor.shadowRoot?.activeElement as HTMLElement | null;

describe('<crm-criteria-editor>', () => {
  it('makes criteria by keyboard alone: add, choose, compare, type', async () => {
    const { editor, changes } = await showReady();
    await expect(editor).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    assert.equal(textOf(focused(editor)), 'Add condition');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(editor)?.matches('.name'));
    await sendKeys({ type: 'Last' });
    await waitUntil(() => findAll(editor, '.operator').length === 1);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'contains' });
    await sendKeys({ press: 'Tab' });
    assert.equal(focused(editor)?.getAttribute('aria-label'), 'Condition 1: Value');
    await sendKeys({ type: 'a(b' });
    await waitUntil(() => changes.at(-1) === '(Last_Name:contains:a\\(b)');
    assert.equal(editor.value, '(Last_Name:contains:a\\(b)');
    await expect(editor).to.be.accessible();
  });

  it('shows groups with their pattern, and changes what joins them', async () => {
    const { editor, changes } = await showReady(
      '((Last_Name:equals:Hopper)and((Lead_Status:in:New,Lost)or(Annual_Revenue:between:1,5)))',
    );
    assert.equal(textOf(find(editor, '.pattern')), 'Pattern: 1 and (2 or 3)');
    assert.deepEqual(
      findAll(editor, 'select.operator').map((one) => textOf((one as HTMLSelectElement).selectedOptions[0])),
      ['is', 'is any of', 'is between'],
    );
    await expect(editor).to.be.accessible();
    find(editor, '.join select').focus();
    await sendKeys({ type: 'or' });
    await waitUntil(() => textOf(find(editor, '.pattern')) === 'Pattern: 1 or (2 or 3)');
    assert.deepEqual(changes, [
      '((Last_Name:equals:Hopper)or((Lead_Status:in:New,Lost)or(Annual_Revenue:between:1,5)))',
    ]);
  });

  it('ticks several values of a pick list', async () => {
    const { editor, changes } = await showReady('(Lead_Status:in:New)');
    find(editor, '.choices').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => (focused(editor) as HTMLInputElement | null)?.type === 'checkbox');
    assert.deepEqual(texts(editor, '.tick'), ['New', 'Contacted', 'Lost']);
    await expect(editor).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Escape' });
    assert.deepEqual(changes, ['(Lead_Status:in:New,Contacted)']);
    await waitUntil(() => focused(editor)?.matches('.choices'));
    assert.equal(textOf(find(editor, '.choices')), 'New, Contacted');
  });

  it('takes days that are counted from today', async () => {
    const { editor, changes } = await showReady('(Closing_Date:less_than:2026-03-04)');
    assert.equal((find(editor, '.date input') as HTMLInputElement).value, '2026-03-04');
    find(editor, '.date select').focus();
    await sendKeys({ type: 'Today' });
    await waitUntil(() => changes.at(-1) === '(Closing_Date:less_than:${TODAY})');
    expect(findAll(editor, '.date input')).to.have.length(0);
  });

  it('picks users and records by name', async () => {
    const { editor, changes } = await showReady(
      '((Owner:equals:487000000000000001)and(Account_Name:equals:487000000000000101))',
    );
    const people = editor.renderRoot.querySelector('crm-user-picker')!;
    const records = editor.renderRoot.querySelector('crm-record-picker')!;
    const nameIn = (picker: typeof people | typeof records) =>
      (find(picker, 'input') as HTMLInputElement).value;
    await waitUntil(() => nameIn(people) === 'Ada Martin' && nameIn(records) === 'Acme');
    await expect(editor).to.be.accessible();
    find(people, 'input').focus();
    await sendKeys({ type: 'current' });
    await waitUntil(() => texts(people, '.option .name').join() === 'The current user');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => changes.at(-1)?.startsWith('((Owner:equals:${CURRENTUSER})'));
  });

  it('says nothing while a row is incomplete; check() shows what is missing and goes there', async () => {
    const { editor, changes } = await showReady('(Last_Name:equals:Hopper)');
    assert.equal(editor.check(), true);
    find(editor, '.add').click();
    await waitUntil(() => focused(editor)?.matches('.name'));
    await sendKeys({ type: 'Annual' });
    await waitUntil(() => findAll(editor, '.operator').length === 2);
    assert.equal(editor.check(), false);
    await waitUntil(() => texts(editor, '.row .fault').join() === 'Enter a value.');
    await waitUntil(() => focused(editor)?.getAttribute('aria-label') === 'Condition 2: Value');
    assert.deepEqual(changes, []);
    await sendKeys({ type: 'much' });
    await waitUntil(() => texts(editor, '.row .fault').join() === 'This value does not fit the field.');
    await expect(editor).to.be.accessible();
  });

  it('removes rows and leaves the focus beside them', async () => {
    const { editor, changes } = await showReady('((Last_Name:equals:a)and(Last_Name:equals:b))');
    find(editor, '.remove').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(editor, '.row').length === 1);
    await waitUntil(() => focused(editor) === find(editor, '.remove'));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => focused(editor)?.matches('.add'));
    assert.deepEqual(changes, ['(Last_Name:equals:b)', null]);
  });

  it('keeps what rows cannot show as text, which stays editable', async () => {
    const { editor, changes } = await showReady('(Account_Name.name:starts_with:Acme)');
    const text = find(editor, 'textarea') as HTMLTextAreaElement;
    assert.equal(text.value, '(Account_Name.name:starts_with:Acme)');
    expect(textOf(find(editor, '.hint'))).to.contain('cannot be shown as rows');
    await expect(editor).to.be.accessible();
    text.select();
    await sendKeys({ type: '(Last_Name:equals:x' });
    assert.equal(editor.check(), false);
    await waitUntil(() => texts(editor, '#text-fault').join().startsWith('This cannot be read'));
    assert.equal(text.value, '(Last_Name:equals:x');
    assert.deepEqual(changes, []);
    await sendKeys({ type: ')' });
    assert.deepEqual(changes, ['(Last_Name:equals:x)']);
    find(editor, '.switch').click();
    await waitUntil(() => findAll(editor, '.row').length === 1);
  });

  it('fits a container of 320 px', async () => {
    const { editor } = await showReady(
      '((Closing_Date:between:2026-01-01,${TODAY})and((Lead_Status:in:New,Contacted,Lost)or(Annual_Revenue:between:1,5)))',
    );
    editor.style.inlineSize = '320px';
    await editor.updateComplete;
    expect(find(editor, '#control').scrollWidth).to.be.at.most(320);
  });
});

describe('<crm-criteria-editor> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', () => later().promise],
    ['forbidden', refusal('forbidden')],
    ['error', refusal('server')],
  ] as const;
  for (const [part, answer] of states) {
    it(part, async () => {
      const crm = crmOf();
      crm.answer(FIELDS, answer);
      const { editor } = await show('(Last_Name:equals:x)', { crm });
      await waitUntil(() => findAll(editor, `[part=${part}]`).length === 1);
      await expect(editor).to.be.accessible();
      if (part !== 'error') return;
      crm.answer(FIELDS, () => ({ fields }));
      find(editor, '[part=error] button').click();
      await waitUntil(() => findAll(editor, '.row').length === 1);
    });
  }

  for (const [lang, text] of Object.entries({ en: 'is after', fr: 'est après le', ar: 'بعد' })) {
    it(`speaks ${lang}`, async () => {
      const { editor } = await showReady('(Closing_Date:greater_than:2026-03-04)', { lang });
      const select = find(editor, '.operator') as HTMLSelectElement;
      assert.equal(textOf(select.selectedOptions[0]), text);
      await expect(editor).to.be.accessible();
    });
  }
});
