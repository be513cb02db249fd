import { CrmError } from '@crm-elements/core';
import { type FakeCrm, find, findAll, later, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import type { CrmWorkflowRecordOpenEvent } from '../events.js';
import { crmWith, failedRun, RETRY, run, RUNS } from '../testing/samples.js';
import type { CrmWorkflowRuns } from './crm-workflow-runs.js';

const page = (data: ReturnType<typeof run>[], next: string | null = null) => ({ data, next_cursor: next });
const withRuns = (...runs: ReturnType<typeof run>[]) => crmWith([], { [RUNS]: () => page(runs) });

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmWorkflowRuns> {
  const body = await fixture(
    html`<div lang=${lang}><crm-workflow-runs .client=${client}></crm-workflow-runs></div>`,
  );
  return body.querySelector('crm-workflow-runs')!;
}

async function showReady(crm: FakeCrm, lang?: string): Promise<CrmWorkflowRuns> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.run').length > 0, 'runs are shown');
  return element;
}

describe('<crm-workflow-runs>', () => {
  it('tells what was done, and why not', async () => {
    const element = await showReady(withRuns(failedRun('6'), run('5')));
    assert.deepEqual(texts(element, '.head .chip'), ['Failed', 'Done']);
    assert.deepEqual(texts(element, '.link'), ['Ada Lovelace', 'Ada Lovelace']);
    expect(find(element, 'details').hasAttribute('open'), 'what failed is unfolded').to.be.true;
    expect(textOf(find(element, '.run'))).to.contain('Nobody answers at hooks.test');
    expect(textOf(find(element, '.run'))).to.contain('5 attempts');
    await expect(element).to.be.accessible();
  });

  it('tries a failed one again and shows what came of it', async () => {
    const crm = withRuns(failedRun('6'));
    crm.answer(RETRY, () => Promise.reject(new CrmError('server', 'server', 'no')));
    const element = await showReady(crm);
    find(element, 'details .button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[role=alert]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(RETRY, ({ params: { id = '' } }) => run(id, { status: 'waiting' }));
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => texts(element, '.head .chip').join() === 'Waiting');
    assert.equal(findAll(element, '[role=alert], details .button').length, 0);
  });

  it('asks for one status only', async () => {
    const crm = withRuns(run('5'));
    const element = await showReady(crm);
    crm.answer(RUNS, ({ query }) => page(query.status === 'failed' ? [] : [run('5')]));
    findAll(element, '.filter .button')[3]!.click();
    await waitUntil(() => findAll(element, '[part=empty]').length === 1);
    assert.equal(crm.asked.at(-1)?.query.status, 'failed');
    expect(textOf(find(element, '[part=empty]'))).to.contain('No run has this status');
    await expect(element).to.be.accessible();
  });

  it('reads it again when asked to, and the older ones by the cursor', async () => {
    const crm = withRuns(run('5'));
    const element = await showReady(crm);
    crm.answer(RUNS, ({ query }) => (query.cursor ? page([run('4')]) : page([run('6'), run('5')], 'next')));
    find(element, '.bar .icon-button').click();
    await waitUntil(() => findAll(element, '.run').length === 2);
    find(element, '[part=more] button').click();
    await waitUntil(() => findAll(element, '.run').length === 3);
    assert.equal(findAll(element, '[part=more]').length, 0);
  });

  it('shows by itself what is set off and what comes of it, and keeps older pages', async () => {
    const crm = crmWith([], { [RUNS]: () => page([run('5')], 'next') });
    const element = await showReady(crm);
    crm.answer(RUNS, () => page([run('4')]));
    find(element, '[part=more] button').click();
    await waitUntil(() => findAll(element, '.run').length === 2);
    crm.answer(RUNS, () => page([run('6', { status: 'waiting' }), run('5')], 'next'));
    crm.hint('workflow-runs', 1);
    await waitUntil(() => texts(element, '.head .chip').join() === 'Waiting,Done,Done', 'set off');
    crm.answer(RUNS, () => page([failedRun('6'), run('5')], 'next'));
    crm.hint('workflow-runs', 2);
    await waitUntil(() => texts(element, '.head .chip').join() === 'Failed,Done,Done', 'failed');
    assert.equal(findAll(element, '[part=more]').length, 0, 'the older page is still there');
    element.remove();
    await waitUntil(() => crm.members('workflow-runs') === 0);
  });

  it('asks the host to open a record', async () => {
    const element = await showReady(withRuns(run('5')));
    const asked = oneEvent(element, 'crm-workflow-record-open');
    find(element, '.link').click();
    const { module, record } = (await asked) as unknown as CrmWorkflowRecordOpenEvent;
    assert.deepEqual([module, record.id], ['Leads', '900']);
    element.hrefFor = (of, id) => `#/${of}/${id}`;
    await element.updateComplete;
    assert.equal(find(element, 'a.link').getAttribute('href'), '#/Leads/900');
  });
});

describe('<crm-workflow-runs> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', () => later().promise, 'loading'],
    ['empty', () => page([]), 'empty'],
    ['forbidden', refusal('forbidden'), 'forbidden'],
    ['error', refusal('server'), 'error'],
  ] as const;
  for (const [name, answer, part] of states) {
    it(name, async () => {
      const element = await show(crmWith([], { [RUNS]: answer }));
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('stale, when it could not be read again', async () => {
    const crm = withRuns(run('5'));
    const element = await showReady(crm);
    crm.answer(RUNS, refusal('server'));
    find(element, '.bar .icon-button').click();
    await waitUntil(() => findAll(element, '[part=stale]').length === 1);
    assert.equal(findAll(element, '.run').length, 1);
    await expect(element).to.be.accessible();
  });

  for (const [lang, word] of Object.entries({ en: 'Done', fr: 'Terminé', ar: 'تم' })) {
    it(lang, async () => {
      const element = await showReady(withRuns(run('5')), lang);
      assert.equal(texts(element, '.head .chip')[0], word);
      await expect(element).to.be.accessible();
    });
  }
});
