import { formatsFor } from '@crm-elements/core/lit';
import { textOf } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { field } from '../testing/samples.js';
import type { FieldContext } from './field-context.js';
import { ar } from './i18n/ar.js';
import { en } from './i18n/en.js';
import { renderFieldValue } from './render-field-value.js';

const english: FieldContext = { formats: formatsFor('en-GB'), terms: en, currency: 'EUR' };
const show = (described: ReturnType<typeof field>, value: unknown, context = english) =>
  fixture<HTMLElement>(html`<div>${renderFieldValue(described, value, context)}</div>`);

const account = field('Account_Name', 'lookup', { lookup: { module: { api_name: 'Accounts', id: '9' } } });

describe('the value of a field', () => {
  const cases: [string, ReturnType<typeof field>, unknown, string][] = [
    ['text', field('City'), 'Lyon', 'Lyon'],
    ['an e-mail address', field('Email', 'email'), 'a@b.test', 'a@b.test'],
    ['a number', field('Size', 'integer'), 12_000, '12,000'],
    ['an amount', field('Amount', 'currency'), 1_250.5, '€1,250.50'],
    ['a per cent', field('Probability', 'percent', { decimal_place: 0 }), 75, '75%'],
    ['a yes', field('Email_Opt_Out', 'boolean'), true, 'Yes'],
    ['a no', field('Email_Opt_Out', 'boolean'), false, 'No'],
    ['a day', field('Closing_Date', 'date'), '2026-03-04', '4 Mar 2026'],
    ['tags', field('Tag', 'text', { json_type: 'jsonarray' }), [{ id: '1', name: 'VIP' }], 'VIP'],
    ['a large id', field('Number', 'bigint'), '912194759430643712', '912194759430643712'],
    ['an owner', field('Owner', 'ownerlookup'), { id: '1', name: 'Ada Martin' }, 'AMAda Martin'],
    ['nothing', field('City'), null, '–No value'],
    ['no tags', field('Tag'), [], '–No value'],
    ['zero', field('Size', 'integer'), 0, '0'],
  ];
  for (const [name, described, value, text] of cases) {
    it(`is shown for ${name}`, async () => {
      assert.equal(textOf(await show(described, value)), text);
    });
  }

  it('is a list of what was chosen', async () => {
    const shown = await show(field('Colours', 'multiselectpicklist'), ['Red', 'Blue']);
    assert.deepEqual([...shown.querySelectorAll('li')].map(textOf), ['Red', 'Blue']);
    await expect(shown).to.be.accessible();
  });

  it('without a currency is a number', async () => {
    const shown = await show(field('Amount', 'currency'), 5, { ...english, currency: undefined });
    assert.equal(textOf(shown), '5');
  });

  it('becomes a link only to the web, to mail and to telephones', async () => {
    const hrefOf = async (type: string, value: string) =>
      (await show(field('Link', type), value)).querySelector('a')?.getAttribute('href') ?? null;
    assert.equal(await hrefOf('website', 'www.shop.test/a'), 'https://www.shop.test/a');
    assert.equal(await hrefOf('website', 'http://shop.test/'), 'http://shop.test/');
    assert.isNull(await hrefOf('website', 'javascript:alert(1)'));
    assert.isNull(await hrefOf('website', 'data:text/html,x'));
    assert.equal(await hrefOf('phone', '+33 1 23'), 'tel:+33123');
    assert.equal(await hrefOf('email', 'a@b.test'), 'mailto:a@b.test');
    assert.isNull(await hrefOf('email', 'a@b.test?bcc=c@d.test'));
    const link = (await show(field('Link', 'website'), 'https://shop.test')).querySelector('a');
    assert.equal(link?.rel, 'noopener noreferrer');
  });

  it('asks the host to open the record that a lookup leads to', async () => {
    const shown = await show(account, { id: '7', name: 'Studio Nour' });
    const asked: string[] = [];
    shown.addEventListener('crm-record-open', ({ module, recordId }) => asked.push(`${module} ${recordId}`));
    shown.querySelector('button')?.click();
    assert.deepEqual(asked, ['Accounts 7']);
    await expect(shown).to.be.accessible();
  });

  it('is a real link where the host tells addresses, which the host may still take over', async () => {
    const context = { ...english, hrefFor: (module: string, id: string) => `#${module}/${id}` };
    const shown = await show(account, { id: '7', name: 'Studio Nour' }, context);
    const link = shown.querySelector('a')!;
    assert.equal(link.getAttribute('href'), '#Accounts/7');
    shown.addEventListener('crm-record-open', (event) => event.preventDefault());
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    link.dispatchEvent(click);
    assert.isTrue(click.defaultPrevented);
  });

  it('keeps its own words in every language, with figures of the reader', async () => {
    const context: FieldContext = { formats: formatsFor('ar-EG'), terms: ar, currency: 'EUR' };
    assert.equal(textOf(await show(field('Stage', 'picklist'), 'Closed Won', context)), 'Closed Won');
    assert.equal(textOf(await show(field('Size', 'integer'), 12, context)), '١٢');
    assert.equal(textOf(await show(field('City'), '', context)), '–لا قيمة');
  });
});
