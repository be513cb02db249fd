import { CrmError } from '@crm-elements/core';
import {
  type FakeCrm,
  fakeCrm,
  find,
  findAll,
  later,
  recordPage,
  textOf,
  texts,
  waitUntil,
} from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import '../../define.js';
import { action, ACTIONS, chat, EVENTS, FIELDS, visit, VISIT } from '../../testing/samples.js';
import type { CrmVisit } from './crm-visit.js';

const campaign = { GCLID: 'Cj0KCQ', Campaign_Name: 'Spring', Campaign_Source: 'google' };

const custom = (name: string, type: string, decimals: number | null = null) => ({
  id: name,
  api_name: name,
  display_label: name.replaceAll('_', ' '),
  data_type: type,
  decimal_place: decimals,
  custom_field: true,
});

const crmWith = (one = visit('17', campaign)) =>
  fakeCrm({
    [VISIT]: () => ({ data: [one] }),
    [ACTIONS]: ({ params }) =>
      recordPage(params.related === 'Actions_Performed' ? [action('1')] : [chat('1')]),
    [EVENTS]: () => ({
      data: [
        { id: '1', kind: 'download', at: '2026-03-04T09:31:00Z', name: 'list.pdf', url: null, data: {} },
      ],
    }),
    [FIELDS]: () => ({
      fields: [
        { id: '1', api_name: 'Visited_By', display_label: 'Visited By', custom_field: false },
        custom('Shoe_Size', 'text'),
        custom('Budget', 'double', 2),
        custom('Share', 'percent', 1),
        custom('Newsletter', 'boolean'),
        custom('Trial', 'date'),
      ],
    }),
  });

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisit> {
  const page = await fixture(
    html`<div lang=${lang}><crm-visit visit-id="17" .client=${client}></crm-visit></div>`,
  );
  return page.querySelector('crm-visit')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmVisit> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.events').length > 0, 'the visit is shown');
  return element;
}

/** What stands beside a term. */
const valueOf = (element: CrmVisit, label: string) =>
  textOf(findAll(element, 'dt').find((term) => textOf(term) === label)?.nextElementSibling);

describe('<crm-visit>', () => {
  it('[VIS-35, VIS-39, VIS-40] shows the sixteen fields of a visit and nothing to change them with', async () => {
    const element = await showReady(crmWith());
    const section = find(element, '[aria-label="Visit Information"]');
    expect(section.querySelectorAll('dt')).to.have.length(16);
    assert.equal(valueOf(element, 'IP Address'), '203.0.113.9');
    assert.equal(valueOf(element, 'Revenue'), '1,250');
    expect(findAll(element, 'input, textarea, select, [contenteditable]')).to.have.length(0);
    await expect(element).to.be.accessible();
  });

  it('[VIS-134, VIS-136] tells the campaign in Marketing Information, and that there was none', async () => {
    const element = await showReady(crmWith());
    assert.equal(valueOf(element, 'GCLID'), 'Cj0KCQ');
    assert.equal(valueOf(element, 'Campaign Name'), 'Spring');
    const plain = await showReady(crmWith(visit('17')));
    expect(textOf(find(plain, '[aria-label="Marketing Information"]'))).to.contain('from no campaign');
  });

  it('[VIS-57, VIS-59] shows fields of the organization, read-only', async () => {
    const told = { Shoe_Size: '42', Budget: 1_234.5, Share: 12.5, Newsletter: true, Trial: '2026-12-24' };
    const element = await showReady(crmWith(visit('17', told)));
    await waitUntil(() => valueOf(element, 'Shoe Size') === '42');
    assert.deepEqual(
      ['Budget', 'Share', 'Newsletter', 'Trial'].map((label) => valueOf(element, label)),
      ['1,234.5', '12.5%', 'Yes', 'Dec 24, 2026'],
    );
    expect(findAll(element, 'input, textarea, select, [contenteditable]')).to.have.length(0);
  });

  it('[VIS-36, VIS-37, VIS-77] shows actions performed, chats and events', async () => {
    const element = await showReady(crmWith());
    const actions = element.renderRoot.querySelector('crm-visit-actions')!;
    const chats = element.renderRoot.querySelector('crm-visit-chats')!;
    await waitUntil(
      () => findAll(actions, 'tbody tr').length === 1 && findAll(chats, '[part=message]').length > 0,
    );
    assert.deepEqual(texts(element, '[part=event] strong'), ['Download']);
  });

  it('leads to the lead or contact', async () => {
    const element = await showReady(crmWith());
    element.hrefFor = (module, id) => `#${module}/${id}`;
    await element.updateComplete;
    assert.equal(find(element, 'h2 a').getAttribute('href'), '#Leads/900');
  });

  it('widens no page, however narrow', async () => {
    const element = await showReady(crmWith());
    element.style.inlineSize = '320px';
    expect(element.scrollWidth).to.be.at.most(320);
  });

  const states = [
    ['loading', () => later().promise, 'loading'],
    ['empty', () => undefined, 'empty'],
    ['forbidden', () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')), 'forbidden'],
    ['error', () => Promise.reject(new CrmError('server', 'server', 'no')), 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(`is drawn while ${name}`, async () => {
      const crm = crmWith();
      crm.answer(VISIT, answer);
      const element = await show(crm);
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  for (const [lang, title] of Object.entries({ fr: 'Informations sur la visite', ar: 'معلومات الزيارة' })) {
    it(`speaks ${lang}`, async () => {
      const element = await showReady(crmWith(), lang);
      assert.equal(texts(element, 'h3')[0], title);
      await expect(element).to.be.accessible();
    });
  }
});
