import { CrmError } from '@crm-elements/core';
import { type FakeCrm, find, findAll, recordPage, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import { leadSettings } from '../testing/samples.js';
import type { CrmRecordList } from './crm-record-list.js';
import { COQL, COUNT, lead, LIST, room, SEARCH, VIEWS, views } from './testing/samples.js';
import { crmWith, many, names, show, showReady } from './testing/show-list.js';

const lastAsked = (crm: FakeCrm, key: string) => crm.asked.filter((one) => one.key === key).at(-1);
const head = (element: CrmRecordList, label: string) =>
  findAll(element, 'button.sort').find((each) => textOf(each) === label)!;

describe('<crm-record-list>', () => {
  it('shows the records of the default view, with a count, read by axe', async () => {
    const element = await showReady(crmWith([lead('2'), lead('1', { Full_Name: 'Zoé Saleh' })]));
    assert.deepEqual(names(element), ['Ada 2', 'Zoé Saleh']);
    await waitUntil(() => textOf(find(element, '.total')) === '2 records');
    assert.equal(find(element, 'table').getAttribute('aria-rowcount'), '3');
    assert.equal(find(element, '.row').getAttribute('aria-rowindex'), '2');
    await expect(element).to.be.accessible();
  });

  it('opens a record from its name by keyboard, and arrow keys lead through the names', async () => {
    const element = await showReady(crmWith([lead('2'), lead('1')]));
    const opened: string[] = [];
    element.addEventListener('crm-record-open', ({ module, recordId }) =>
      opened.push(`${module} ${recordId}`),
    );
    find(element, '.main .record').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(opened, ['Leads 1']);
  });

  it('makes names real links where the host tells addresses', async () => {
    const element = await showReady(crmWith([lead('2')]));
    element.hrefFor = (module, id) => `#/${module}/${id}`;
    await element.updateComplete;
    assert.equal(find(element, '.main a').getAttribute('href'), '#/Leads/2');
  });

  it('asks for a new record, if the profile allows to make one', async () => {
    const element = await showReady(crmWith([lead('2')]));
    const asked: string[] = [];
    element.addEventListener('crm-record-create', ({ module }) => asked.push(module));
    find(element, '[part=create]').click();
    assert.deepEqual(asked, ['Leads']);
    const other = await showReady(crmWith([lead('2')], leadSettings({ creatable: false })));
    expect(findAll(other, '[part=create]')).to.have.length(0);
  });

  it('changes the view and tells the host', async () => {
    const crm = crmWith([lead('2')]);
    const element = await showReady(crm);
    const told: string[] = [];
    element.addEventListener('crm-record-list-changed', ({ viewId }) => told.push(viewId));
    find(element, 'select.view').focus();
    await sendKeys({ type: 'My' });
    await waitUntil(() => lastAsked(crm, LIST)?.query.cvid === '11');
    assert.deepEqual(told, ['11']);
    assert.equal(element.viewId, '11');
  });

  it('keeps the order of a view without criteria, under a filter too', async () => {
    const crm = crmWith([lead('2')]);
    const { custom_views: described, info } = views();
    crm.answer(VIEWS, () => ({
      custom_views: described.map((view) =>
        view.id === '12' ? { ...view, sort_by: { api_name: 'Company' }, sort_order: 'desc' } : view,
      ),
      info,
    }));
    const element = await showReady(crm);
    element.viewId = '12';
    await waitUntil(() => lastAsked(crm, LIST)?.query.cvid === '12');
    element.criteria = '(Lead_Status:equals:Contacted)';
    await waitUntil(() =>
      JSON.stringify(crm.asked.filter(({ key }) => key === COQL)).includes('order by Company desc'),
    );
  });

  it('sorts by a head: upwards, downwards, and back to the order of the view', async () => {
    const crm = crmWith([lead('2'), lead('1')]);
    const element = await showReady(crm);
    const cell = () => head(element, 'Company').closest('th')!.getAttribute('aria-sort');
    head(element, 'Company').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => names(element)[0] === 'Ada 1');
    assert.equal(cell(), 'ascending');
    expect(JSON.stringify(lastAsked(crm, COQL)?.body)).to.contain('order by Company asc limit 0, 100');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => cell() === 'descending');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => names(element)[0] === 'Ada 2');
    assert.equal(cell(), 'none');
    assert.equal(element.sort, '');
    await expect(element).to.be.accessible();
  });

  it('finds words when the writer pauses, and goes back', async () => {
    const crm = crmWith([lead('2'), lead('1')]);
    const element = await showReady(crm);
    find(element, '.search').focus();
    await sendKeys({ type: 'nour' });
    await waitUntil(() => names(element).length === 1);
    assert.equal(lastAsked(crm, SEARCH)?.query.word, 'nour');
    expect(crm.asked.filter(({ key }) => key === SEARCH)).to.have.length(1);
  });

  it('says that nothing was found, and clears the search', async () => {
    const crm = crmWith([lead('2')]);
    crm.answer(SEARCH, () => undefined);
    const element = await showReady(crm);
    find(element, '.search').focus();
    await sendKeys({ type: 'nobody' });
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    await expect(element).to.be.accessible();
    find(element, '[part=empty] button').click();
    await waitUntil(() => names(element).length === 1);
    assert.equal(element.word, '');
  });

  it('shows the columns that a person has chosen, here and in the next list', async () => {
    const crm = crmWith([lead('2')]);
    const element = await showReady(crm);
    expect(texts(element, 'thead th')).to.include('Email');
    const columns = element.renderRoot.querySelector('crm-record-columns')!;
    find(columns, '[part=choose]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => columns.shadowRoot?.activeElement?.matches('[type=search]'));
    await sendKeys({ type: 'email' });
    await waitUntil(() => texts(columns, 'li').length === 1);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await waitUntil(() => !texts(element, 'thead th').includes('Email'));
    await expect(columns).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    const next = await showReady(crm);
    expect(texts(next, 'thead th')).not.to.include('Email');
  });

  it('takes the columns of the host where the reader has chosen none', async () => {
    const crm = crmWith([lead('2')]);
    const element = await showReady(crm);
    element.fields = 'Phone, Nothing, Company';
    await waitUntil(() => texts(element, 'thead bdi').join() === 'Full Name,Phone,Company');
  });

  it('draws only rows in sight, tells which, and reads on near the end', async () => {
    const crm = crmWith(many(300));
    crm.answer(LIST, ({ query }) =>
      query.page_token ? recordPage(many(300, 700)) : recordPage(many(300), 'second'),
    );
    crm.answer(COUNT, () => ({ count: 600 }));
    const element = await show(crm);
    const shown: number[] = [];
    element.addEventListener('crm-records-shown', ({ ids }) => shown.push(ids.length));
    await waitUntil(() => findAll(element, '.row').length > 0);
    const region = find(element, '.scroll');
    const height = region.scrollHeight;
    expect(height).to.be.greaterThan(300 * 40);
    for (let top = 0; top < height; top += 900) {
      region.scrollTop = top;
      region.dispatchEvent(new Event('scroll'));
      await element.updateComplete;
      expect(findAll(element, '.row').length).to.be.lessThan(60);
    }
    await waitUntil(() => region.scrollHeight > height * 1.9, 'the next page is there');
    region.scrollTop = region.scrollHeight;
    await waitUntil(() => names(element).includes('Ada 401'));
    assert.equal(findAll(element, '.row').at(-1)?.getAttribute('aria-rowindex'), '601');
    expect(Math.max(...shown)).to.be.lessThan(60);
    await expect(element).to.be.accessible();
  });

  it('says that more could not be loaded, and tries again', async () => {
    const crm = crmWith([lead('2')]);
    crm.answer(LIST, ({ query }) => {
      if (query.page_token) throw new CrmError('offline', 'offline', 'no');
      return recordPage([lead('2')], 'next');
    });
    const element = await showReady(crm);
    find(element, '.more button').click();
    await waitUntil(() => findAll(element, '.more [role=alert]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(LIST, () => recordPage([lead('1')]));
    find(element, '.more button').click();
    await waitUntil(() => names(element).length === 2);
  });

  it('begins anew when its place in the list has expired', async () => {
    const crm = crmWith([lead('2')]);
    crm.answer(LIST, ({ query }) => {
      if (query.page_token) throw new CrmError('refused', 'EXPIRED_VALUE', 'expired');
      return recordPage([lead('2')], 'next');
    });
    const element = await showReady(crm);
    crm.answer(LIST, ({ query }) => {
      if (query.page_token) throw new CrmError('refused', 'EXPIRED_VALUE', 'expired');
      return recordPage([lead('3'), lead('2')]);
    });
    find(element, '.more button').click();
    await waitUntil(() => names(element).join() === 'Ada 3,Ada 2');
  });

  it('is live: values change in place, new records wait until they are asked for', async () => {
    const crm = crmWith([lead('2'), lead('1')]);
    const element = await showReady(crm);
    find(element, '.row .choose').click();
    crm.answer(LIST, () => recordPage([lead('3'), lead('2', { Full_Name: 'Ada Byron' }), lead('1')]));
    crm.hint(room, 1);
    await waitUntil(() => findAll(element, '[part=fresh]').length === 1, 'it is told');
    assert.deepEqual(names(element), ['Ada Byron', 'Ada 1']);
    assert.equal(textOf(find(element, '[part=fresh] span')), '1 new record');
    assert.isTrue((find(element, '.row .choose') as HTMLInputElement).checked);
    await expect(element).to.be.accessible();
    find(element, '[part=fresh] button').click();
    await waitUntil(() => names(element).length === 3);
    expect(findAll(element, '[part=fresh]')).to.have.length(0);
  });

  it('has a place beside each name for the host', async () => {
    const element = await showReady(crmWith([lead('2')]));
    const dot = document.createElement('span');
    dot.slot = 'presence-2';
    dot.textContent = 'Online';
    element.append(dot);
    assert.isTrue(dot.assignedSlot !== null && find(element, '.name').contains(dot.assignedSlot));
  });

  it('widens no page, however narrow', async () => {
    const element = await showReady(crmWith([lead('2')]));
    element.style.inlineSize = '320px';
    await element.updateComplete;
    expect(element.scrollWidth).to.be.at.most(320);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });
});
