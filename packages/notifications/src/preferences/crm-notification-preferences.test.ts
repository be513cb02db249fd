import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, later, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import { CHOOSE, PREFERENCES } from '../testing/samples.js';

const kinds = { record_assigned: false, task_assigned: false, workflow_failed: false };
const crmWith = (email: Record<string, boolean>) =>
  fakeCrm({ [PREFERENCES]: () => ({ email: { ...kinds, ...email } }) });

async function show({ client }: FakeCrm, lang = 'en') {
  const page = await fixture(
    html`<div lang=${lang}>
      <crm-notification-preferences .client=${client}></crm-notification-preferences>
    </div>`,
  );
  const element = page.querySelector('crm-notification-preferences')!;
  await waitUntil(() => findAll(element, 'input, [part=error], [part=loading]').length > 0);
  return element;
}

describe('<crm-notification-preferences>', () => {
  it('offers each kind, worded, and one that it does not know', async () => {
    const element = await show(crmWith({ task_assigned: true, visitor_online: false }));
    await waitUntil(() => findAll(element, 'input').length === 4);
    assert.deepEqual(texts(element, 'label'), [
      'A record is given to me',
      'A task is given to me',
      'One of my workflow rules fails',
      'visitor_online',
    ]);
    const checked = (findAll(element, 'input') as HTMLInputElement[]).map((input) => input.checked);
    assert.deepEqual(checked, [false, true, false, false]);
    await expect(element).to.be.accessible();
  });

  it('writes a choice by keyboard, with the others as they are', async () => {
    const crm = crmWith({ task_assigned: true });
    crm.answer(CHOOSE, ({ body }) => body);
    const element = await show(crm);
    await waitUntil(() => findAll(element, 'input').length === 3);
    find(element, 'input').focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => crm.asked.some(({ key }) => key === CHOOSE));
    assert.deepEqual(crm.asked.at(-1)?.body, {
      email: { record_assigned: true, task_assigned: true, workflow_failed: false },
    });
    expect(find(element, 'input')).to.have.property('checked', true);
  });

  it('takes a refused choice back and says so', async () => {
    const crm = crmWith({});
    const answer = later<unknown>();
    crm.answer(CHOOSE, () => answer.promise);
    const element = await show(crm);
    await waitUntil(() => findAll(element, 'input').length === 3);
    find(element, 'input').click();
    answer.reject(new CrmError('server', 'server', 'no'));
    await waitUntil(() => findAll(element, '[role=alert]').length === 1);
    expect(find(element, 'input')).to.have.property('checked', false);
    await expect(element).to.be.accessible();
  });

  it('tries again', async () => {
    const crm = crmWith({});
    crm.answer(PREFERENCES, () => Promise.reject(new CrmError('server', 'server', 'no')));
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(PREFERENCES, () => ({ email: kinds }));
    find(element, '[part=error] button').click();
    await waitUntil(() => findAll(element, 'input').length === 3);
  });
});
