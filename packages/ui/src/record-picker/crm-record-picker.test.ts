import { CrmError } from '@crm-elements/core';
import {
  fakeCrm,
  type FakeCrm,
  find,
  findAll,
  later,
  recordPage,
  textOf,
  texts,
  waitUntil,
} from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import type { CrmRecordPickedEvent } from '../events.js';
import type { CrmRecordPicker } from './crm-record-picker.js';

const LIST = 'GET /crm/v8/:module';
const SEARCH = 'GET /crm/v8/:module/search';
const READ = 'GET /crm/v8/:module/:id';

const account = (id: string, name: string) => ({ id, Account_Name: name, Website: `https://${id}.test` });

const accounts = () =>
  fakeCrm({
    [LIST]: () => recordPage([account('3', 'Globex'), account('2', 'Acme Paris')]),
    [SEARCH]: ({ query }) =>
      recordPage(query.word === 'acme' ? [account('1', 'Acme'), account('2', 'Acme Paris')] : []),
    [READ]: () => ({ data: [account('1', 'Acme')] }),
  });

async function show(
  { client }: FakeCrm,
  given: Partial<CrmRecordPicker> = {},
): Promise<{ picker: CrmRecordPicker; picked: (string | undefined)[] }> {
  const picked: (string | undefined)[] = [];
  const onPick = (event: CrmRecordPickedEvent) => picked.push(event.value?.name);
  const page = await fixture(html`
    <div style="block-size: 60px; overflow: hidden">
      <crm-record-picker
        module="Accounts"
        label="Account"
        .client=${client}
        @crm-record-picked=${onPick}
      ></crm-record-picker>
    </div>
  `);
  const picker = page.querySelector('crm-record-picker')!;
  Object.assign(picker, given);
  await picker.updateComplete;
  return { picker, picked };
}

const input = (picker: CrmRecordPicker) => find(picker, 'input') as HTMLInputElement;
const active = (picker: CrmRecordPicker) =>
  textOf(
    picker.renderRoot.querySelector(
      `#${input(picker).getAttribute('aria-activedescendant') ?? 'none'} .name`,
    ),
  );
async function listed(picker: CrmRecordPicker, ...names: string[]): Promise<void> {
  await waitUntil(() => texts(picker, '.option .name').join() === names.join(), `lists ${names.join()}`);
}

describe('<crm-record-picker>', () => {
  it('offers the newest at once, finds by words, picks by keyboard and keeps the focus in the input', async () => {
    const { picker, picked } = await show(accounts());
    await sendKeys({ press: 'Tab' });
    assert.equal(input(picker).getAttribute('aria-expanded'), 'false');
    await sendKeys({ press: 'ArrowDown' });
    await listed(picker, 'Globex', 'Acme Paris');
    assert.equal(textOf(find(picker, '.caption')), 'Recently added');
    await expect(picker).to.be.accessible();
    await sendKeys({ type: 'acme' });
    await listed(picker, 'Acme', 'Acme Paris');
    assert.equal(active(picker), 'Acme');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => active(picker) === 'Acme Paris');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => active(picker) === 'Acme');
    await sendKeys({ press: 'End' });
    await waitUntil(() => active(picker) === 'Acme Paris');
    await expect(picker).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(picked, ['Acme Paris']);
    await waitUntil(() => input(picker).value === 'Acme Paris');
    assert.equal(input(picker).getAttribute('aria-expanded'), 'false');
    assert.equal(picker.shadowRoot?.activeElement, input(picker));
    assert.deepEqual(picker.value, { id: '2', name: 'Acme Paris', detail: 'https://2.test' });
  });

  it('is not clipped by what it stands in', async () => {
    const { picker } = await show(accounts());
    input(picker).click();
    await listed(picker, 'Globex', 'Acme Paris');
    const { bottom, left } = find(picker, '.option:last-child').getBoundingClientRect();
    const met = picker.shadowRoot?.elementFromPoint(left + 20, bottom - 6);
    assert.equal(met?.closest('.option'), find(picker, '.option:last-child'));
  });

  it('asks once for what was typed in one go, and lets no late answer win', async () => {
    const crm = accounts();
    const slow = later<unknown>();
    crm.answer(LIST, () => slow.promise);
    const { picker } = await show(crm);
    input(picker).focus();
    await sendKeys({ type: 'acme' });
    await listed(picker, 'Acme', 'Acme Paris');
    slow.resolve(recordPage([account('9', 'Too late')]));
    await slow.promise;
    await picker.updateComplete;
    assert.deepEqual(texts(picker, '.option .name'), ['Acme', 'Acme Paris']);
    assert.deepEqual(
      crm.asked.filter(({ key }) => key === SEARCH).map(({ query }) => query.word),
      ['acme'],
    );
  });

  it('Escape closes the list first and then takes the text back', async () => {
    const { picker, picked } = await show(accounts(), { value: { id: '1', name: 'Acme' } });
    input(picker).focus();
    await sendKeys({ type: 'xyz' });
    await waitUntil(() => texts(picker, '.message').join() === 'Nothing found');
    await expect(picker).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    assert.equal(find(picker, '.menu').matches(':popover-open'), false);
    expect(input(picker).value).to.contain('xyz');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => input(picker).value === 'Acme');
    assert.deepEqual(picked, []);
  });

  it('picks none by its button and by emptying the input', async () => {
    const { picker, picked } = await show(accounts(), { value: { id: '1', name: 'Acme' } });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Tab' });
    assert.equal(picker.shadowRoot?.activeElement, find(picker, '.clear'));
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(picked, [undefined]);
    await waitUntil(() => picker.shadowRoot?.activeElement === input(picker));
    picker.value = { id: '3', name: 'Globex' };
    await picker.updateComplete;
    input(picker).select();
    await sendKeys({ press: 'Delete' });
    input(picker).blur();
    assert.deepEqual(picked, [undefined, undefined]);
    assert.equal(picker.value, null);
  });

  it('finds the name of a record that is known by its id', async () => {
    const { picker } = await show(accounts(), { value: { id: '1', name: '' } });
    await waitUntil(() => input(picker).value === 'Acme');
  });

  it('Enter within a composition belongs to the input method', async () => {
    const { picker, picked } = await show(accounts());
    input(picker).focus();
    await sendKeys({ type: 'acme' });
    await listed(picker, 'Acme', 'Acme Paris');
    // No test driver can press keys through an input method.
    input(picker).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
    assert.deepEqual(picked, []);
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(picked, ['Acme']);
  });

  it('shows its error at the field', async () => {
    const { picker } = await show(accounts(), { error: 'Choose an account.', required: true });
    assert.equal(
      textOf(find(picker, `#${input(picker).getAttribute('aria-describedby')!}`)),
      'Choose an account.',
    );
    await expect(picker).to.be.accessible();
  });
});

describe('<crm-record-picker> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', () => later().promise, 'Searching…'],
    ['none', () => undefined, 'Nothing found'],
    ['forbidden', refusal('forbidden'), 'Your profile does not allow you to search here.'],
    ['error', refusal('server'), 'The search did not work. Try again'],
  ] as const;
  for (const [name, answer, text] of states) {
    it(name, async () => {
      const crm = accounts();
      crm.answer(LIST, answer);
      const { picker } = await show(crm);
      input(picker).click();
      await waitUntil(() => texts(picker, '.message').join() === text);
      await expect(picker).to.be.accessible();
    });
  }

  it('error: Enter tries again', async () => {
    const crm = accounts();
    crm.answer(LIST, refusal('server'));
    const { picker } = await show(crm);
    input(picker).focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => findAll(picker, '.message button').length === 1);
    crm.answer(LIST, () => recordPage([account('3', 'Globex')]));
    await sendKeys({ press: 'Enter' });
    await listed(picker, 'Globex');
  });
});
