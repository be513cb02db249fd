import { find, findAll, later, recordPage, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import '../../define.js';
import { COUNT, lead, LIST } from '../testing/samples.js';
import { crmWith, many, names, show, showReady } from '../testing/show-list.js';
import { act, done, select, shownMass } from '../testing/select.js';

const ADD_TAGS = 'POST /crm/v8/:module/actions/add_tags';
const UPDATE = 'POST /crm/v8/:module/actions/mass_update';
const JOB = 'GET /crm/v8/:module/actions/mass_update';

/** Whether the browser would ask before the page is left. */
const isAsked = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('an action with many records, when its list is left', () => {
  it('goes on to its last record, asks the person to stay, and tells the next list what came of it', async () => {
    const crm = crmWith(many(150));
    const first = later<unknown>();
    crm.answer(ADD_TAGS, () => first.promise);
    const { element, mass } = await select(crm, 1);
    find(element, 'thead input').click();
    await waitUntil(() => textOf(find(mass, 'strong')) === '150 selected');
    await act(mass, 'addTags', 'VIP');
    await waitUntil(() => findAll(mass, '[part=progress] .hint').length === 1);
    assert.equal(textOf(find(mass, '[part=progress] .hint')), 'Keep this page open until it is done.');
    assert.isTrue(isAsked());
    element.remove();
    const rest = Array.from({ length: 50 }, () => done());
    rest[49] = done('the tag limit is reached');
    crm.answer(ADD_TAGS, () => ({ data: rest }));
    first.resolve({ data: Array.from({ length: 100 }, () => done()) });
    await waitUntil(() => crm.asked.filter(({ key }) => key === ADD_TAGS).length === 2, 'it goes on');
    await waitUntil(() => !isAsked(), 'it has ended');
    const next = await shownMass(await showReady(crm));
    await waitUntil(() => findAll(next, '[part=outcome]').length === 1);
    assert.equal(textOf(find(next, 'strong')), '149 records changed');
    assert.deepEqual(texts(next, 'li'), ['Ada 851 the tag limit is reached']);
    find(next, '.close').click();
    await waitUntil(() => findAll(next, '[part=outcome]').length === 0);
    const last = await showReady(crm);
    assert.isNull(last.renderRoot.querySelector('crm-record-mass'), 'what was seen is not told again');
  });

  it('does not ask to stay where the server does it, and is found again', async () => {
    const crm = crmWith(many(2));
    crm.answer(COUNT, () => ({ count: 900 }));
    crm.answer(LIST, () => recordPage(many(2), 'next'));
    crm.answer(UPDATE, () => ({ data: [{ ...done(), details: { job_id: '77' } }] }));
    const job = { Total_Count: 900, Not_Updated_Count: 0 };
    crm.answer(JOB, () => ({ data: [{ ...job, Status: 'RUNNING', Updated_Count: 300, Failed_Count: 0 }] }));
    const { element, mass } = await select(crm, 1);
    await waitUntil(() => findAll(mass, '[data-action=all]').length === 1);
    find(mass, '[data-action=all]').click();
    await act(mass, 'update', 'Nour & Co');
    await waitUntil(
      () => texts(mass, '[part=progress] .hint').join() === 'It goes on even if you leave this page.',
    );
    assert.isFalse(isAsked());
    element.remove();
    const next = await shownMass(await show(crm));
    await waitUntil(() => textOf(find(next, '.muted')) === '300 of 900');
    const Failed_Records = [
      { id: '5', code: 'INVALID_DATA', message: 'the record is locked' },
      { id: '999', code: 'INVALID_DATA', message: 'the id given seems to be invalid' },
    ];
    crm.answer(LIST, ({ query }) => (query.ids ? recordPage([lead('5')]) : recordPage(many(2), 'next')));
    crm.answer(JOB, () => ({
      data: [{ ...job, Status: 'COMPLETED', Updated_Count: 870, Failed_Count: 30, Failed_Records }],
    }));
    await waitUntil(() => findAll(next, '[part=outcome]').length === 1, 'it ends');
    assert.deepEqual(texts(next, 'li'), [
      'Ada 5 the record is locked',
      'Ada 999 the id given seems to be invalid',
    ]);
    assert.equal(textOf(find(next, '.told .hint')), 'These are the first 2.');
    await expect(next).to.be.accessible();
    const opened: string[] = [];
    next.addEventListener('crm-record-open', ({ module, recordId }) => opened.push(`${module} ${recordId}`));
    find(next, 'li .record').click();
    assert.deepEqual(opened, ['Leads 5']);
    find(next, '.close').click();
  });

  it('leads to records by real links where the host tells addresses', async () => {
    const crm = crmWith(many(2));
    crm.answer(ADD_TAGS, () => ({ data: [done('locked'), done()] }));
    const { element, mass } = await select(crm, 2);
    element.hrefFor = (module, id) => `#/${module}/${id}`;
    await act(mass, 'addTags', 'VIP');
    await waitUntil(() => findAll(mass, 'li a').length === 1);
    assert.equal(find(mass, 'li a').getAttribute('href'), '#/Leads/1000');
    await waitUntil(() => names(element).length === 2);
  });
});
