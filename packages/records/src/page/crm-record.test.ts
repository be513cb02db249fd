import { type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import type { CrmRecord } from './crm-record.js';
import {
  CONVERT,
  INSERT,
  lead,
  leadCrm,
  LEADS_ROOM,
  READ,
  refused,
  REMOVE,
  unreadStates,
  WRITE,
  written,
} from './testing/samples.js';

async function show({ client }: FakeCrm, lang = 'en', id = '7'): Promise<CrmRecord> {
  const page = await fixture(
    html`<div lang=${lang}>
      <crm-record module="Leads" record-id=${id} .client=${client}>
        <span slot="presence">Online now</span>
        <p slot="related-Tasks">Tasks of the host</p>
        <i slot="presence-31">On the site</i>
      </crm-record>
    </div>`,
  );
  return page.querySelector('crm-record')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmRecord> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.head').length === 1, 'the record is shown');
  return element;
}

/** The form of the page, once its fields are there. */
async function formIn(element: CrmRecord) {
  const found = () => element.renderRoot.querySelector('crm-record-form');
  await waitUntil(() => found()?.shadowRoot?.querySelector('#Last_Name'), 'the form is shown');
  return found()!;
}

describe('<crm-record>', () => {
  it('shows name, owner, tags and key facts', async () => {
    const element = await showReady(leadCrm());
    assert.equal(textOf(find(element, '.name')), 'Ada Lovelace');
    expect(textOf(find(element, '.head'))).to.include('Owner: Grace Hopper');
    const tags = element.renderRoot.querySelector('crm-record-tags')!;
    await waitUntil(() => texts(tags, '.chip').join() === 'Royal');
    assert.deepEqual(texts(element, 'dt'), ['Company', 'Email', 'Phone', 'Lead Status']);
    await expect(element).to.be.accessible();
  });

  it('has a place for the green dot beside the name, and for that of each contact', async () => {
    const element = await showReady(leadCrm());
    assert.isNotNull(element.querySelector<HTMLElement>('[slot=presence]')!.offsetParent);
    const mark = element.querySelector<HTMLElement>('[slot=presence-31]')!;
    await waitUntil(() => mark.offsetParent !== null, 'the mark stands beside the contact');
  });

  it('shows the related lists, and the element of the host instead of one', async () => {
    const element = await showReady(leadCrm());
    assert.deepEqual(texts(element, '.anchors button'), ['Contacts', 'Tasks']);
    const list = element.renderRoot.querySelector('crm-related-list')!;
    await waitUntil(() => findAll(list, 'tbody tr').length === 1, 'a contact is listed');
    assert.equal(textOf(find(list, 'tbody .record')), 'Charles Babbage');
    assert.isNotNull(element.querySelector<HTMLElement>('[slot=related-Tasks]')!.offsetParent);
    let opened = '';
    element.addEventListener('crm-record-open', ({ module, recordId }) => (opened = `${module}/${recordId}`));
    find(list, 'tbody .record').click();
    assert.equal(opened, 'Contacts/31');
    await expect(list).to.be.accessible();
  });

  it('adds to a related list', async () => {
    const crm = leadCrm();
    crm.answer(INSERT, () => written('', '41'));
    const element = await showReady(crm);
    element.querySelector('[slot=related-Tasks]')!.remove();
    const lists = () => [...element.renderRoot.querySelectorAll('crm-related-list')];
    await waitUntil(() => lists()[1]?.renderRoot.querySelector('.add'));
    const list = lists()[1]!;
    find(list, '.add').click();
    await waitUntil(() =>
      list.renderRoot.querySelector('crm-record-form')?.shadowRoot?.querySelector('#Subject'),
    );
    const form = list.renderRoot.querySelector('crm-record-form')!;
    find(form, '#Subject').focus();
    await sendKeys({ type: 'Call back' });
    await expect(list).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => crm.asked.some(({ key }) => key === INSERT));
    const insert = crm.asked.find(({ key }) => key === INSERT);
    assert.deepEqual(insert?.params, { module: 'Tasks' });
    assert.deepEqual(insert?.body, {
      data: [
        {
          What_Id: { id: '7', name: 'Ada Lovelace', module: { api_name: 'Leads' } },
          $se_module: 'Leads',
          Subject: 'Call back',
        },
      ],
    });
    await waitUntil(() => findAll(list, 'dialog[open]').length === 0);
  });

  it('is live', async () => {
    const crm = leadCrm();
    const element = await showReady(crm);
    const renamed = lead({ Full_Name: 'Ada King', Modified_Time: '2026-03-04T10:00:00+00:00' });
    crm.answer(READ, () => ({ data: [renamed] }));
    crm.hint(LEADS_ROOM, 1);
    await waitUntil(() => textOf(find(element, '.name')) === 'Ada King', 'it changes');
  });

  it('is edited as a whole: the first bad field has the focus, the summary tells all', async () => {
    const crm = leadCrm();
    const element = await showReady(crm);
    find(element, '.edit').focus();
    await sendKeys({ press: 'Enter' });
    const form = await formIn(element);
    await expect(form).to.be.accessible();
    const last = find(form, '#Last_Name') as HTMLInputElement;
    last.focus();
    last.select();
    await sendKeys({ press: 'Delete' });
    const email = find(form, '#Email') as HTMLInputElement;
    email.focus();
    email.select();
    await sendKeys({ type: 'nobody' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => form.shadowRoot?.activeElement === last);
    assert.equal(textOf(find(form, '.summary strong')), '2 fields need your attention');
    expect(texts(form, '.summary li')).to.have.length(2);
    await expect(form).to.be.accessible();
    await sendKeys({ type: 'King' });
    email.focus();
    email.select();
    await sendKeys({ type: 'ada@king.test' });
    crm.answer(WRITE, () => Promise.reject(refused('DUPLICATE_DATA', { json_path: '$.data[0].Email' })));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => texts(form, '.field .fault')[0] === 'Another record already has this value.');
    assert.equal(email.value, 'ada@king.test');
    crm.answer(WRITE, () => written('2026-03-04T09:31:00+00:00'));
    await waitUntil(() => form.shadowRoot?.activeElement === email);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'crm-record-form').length === 0, 'the page is back');
    const write = crm.asked.findLast(({ key }) => key === WRITE);
    assert.deepEqual(write?.body, { data: [{ Last_Name: 'King', Email: 'ada@king.test' }] });
    await waitUntil(() => element.shadowRoot?.activeElement === find(element, '.edit'));
  });

  it('makes a new record where it has no id, and shows it', async () => {
    const crm = leadCrm();
    crm.answer(INSERT, () => written('', '9'));
    const element = await show(crm, 'en', '');
    const form = await formIn(element);
    let created = '';
    element.addEventListener('crm-record-created', ({ recordId }) => (created = recordId));
    find(form, '#Last_Name').focus();
    await sendKeys({ type: 'Babbage' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => created === '9');
    assert.deepEqual(crm.asked.find(({ key }) => key === INSERT)?.body, { data: [{ Last_Name: 'Babbage' }] });
    await waitUntil(() => findAll(element, '.head').length === 1);
  });

  it('makes a copy', async () => {
    const crm = leadCrm();
    const element = await showReady(crm);
    find(element, '.clone').click();
    const form = await formIn(element);
    assert.equal((find(form, '#Company') as HTMLInputElement).value, 'Analytical Engines');
    assert.equal(
      textOf(element.renderRoot.querySelector('crm-record-form [slot=heading]')),
      'Copy of Ada Lovelace',
    );
    crm.answer(INSERT, () => written('', '9'));
    find(form, '.save').click();
    await waitUntil(() => crm.asked.some(({ key }) => key === INSERT));
    const body = crm.asked.find(({ key }) => key === INSERT)?.body as { data: Record<string, unknown>[] };
    expect(body.data[0]).to.include({ Last_Name: 'Lovelace', Annual_Revenue: 1234.5 });
    expect(body.data[0]).not.to.have.property('Full_Name');
  });

  it('is deleted after a question', async () => {
    const crm = leadCrm();
    crm.answer(REMOVE, () => written(''));
    const element = await showReady(crm);
    find(element, '.button.delete').focus();
    await sendKeys({ press: 'Enter' });
    const dialog = find(element, 'dialog') as HTMLDialogElement;
    assert.isTrue(dialog.open);
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !dialog.open);
    expect(crm.asked.some(({ key }) => key === REMOVE)).to.be.false;
    find(element, '.button.delete').click();
    let deleted = '';
    element.addEventListener('crm-record-deleted', ({ recordId }) => (deleted = recordId));
    find(element, '.confirm').click();
    await waitUntil(() => deleted === '7');
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
  });

  it('converts a lead, with a deal that needs a name', async () => {
    const crm = leadCrm();
    crm.answer(CONVERT, () => ({
      data: [{ details: { Contacts: { id: '71' }, Accounts: null, Deals: null } }],
    }));
    const element = await showReady(crm);
    find(element, '.button.convert').click();
    await waitUntil(() =>
      element.renderRoot.querySelector('crm-lead-conversion')?.shadowRoot?.querySelector('dialog[open]'),
    );
    const dialog = element.renderRoot.querySelector('crm-lead-conversion')!;
    await expect(dialog).to.be.accessible();
    let contact: string | undefined;
    element.addEventListener('crm-lead-converted', ({ into }) => (contact = into.contact));
    find(dialog, '[type=submit]').click();
    await waitUntil(() => contact === '71');
    assert.deepEqual(crm.asked.find(({ key }) => key === CONVERT)?.body, { data: [{}] });
  });

  it('offers nothing to those who may only read', async () => {
    const element = await showReady(
      leadCrm({}, { editable: false, annotatable: false, creatable: false, deletable: false }),
    );
    expect(findAll(element, '.head .actions button')).to.have.length(0);
    const fields = [...element.renderRoot.querySelectorAll('crm-record-field')];
    await waitUntil(() => fields.every((field) => findAll(field, '.shown').length === 1));
    expect(fields.flatMap((field) => findAll(field, '.pencil'))).to.have.length(0);
  });

  it('widens no page, however narrow', async () => {
    const element = await showReady(leadCrm());
    element.style.cssText = 'display: block; inline-size: 320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
  });
});

describe('<crm-record> in each state', () => {
  for (const [name, answer, part] of unreadStates) {
    it(name, async () => {
      const crm = leadCrm();
      crm.answer(READ, answer);
      const element = await show(crm);
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('stale, until the link is back', async () => {
    const crm = leadCrm();
    const element = await showReady(crm);
    crm.link.set('offline');
    await waitUntil(() => findAll(element, '[part=stale]').length === 1);
    await expect(element).to.be.accessible();
    crm.link.set('online');
    await waitUntil(() => findAll(element, '[part=stale]').length === 0);
  });
});

describe('<crm-record> in each language', () => {
  const expected = { en: 'Edit', fr: 'Modifier', ar: 'تعديل' };
  for (const [lang, text] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showReady(leadCrm(), lang);
      assert.equal(textOf(find(element, '.edit')), text);
      await expect(element).to.be.accessible();
    });
  }
});
