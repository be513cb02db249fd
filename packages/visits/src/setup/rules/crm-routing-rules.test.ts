import type { RoutingRule } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define-setup.js';
import type { CrmRoutingRules } from './crm-routing-rules.js';

const READ = 'GET /v1/portals/:id/routing-rules';
const WRITE = 'PUT /v1/portals/:id/routing-rules';
const FIELDS = 'GET /v1/visitor-fields';

const rule = (name: string, changes: Partial<RoutingRule> = {}): RoutingRule => ({
  name,
  active: true,
  criteria: null,
  route_to: 'all',
  action: 'notify',
  user_ids: [],
  group_ids: [],
  ...changes,
});
const set = (revision: number, ...rules: RoutingRule[]) => ({ rules, route_rest: true, revision });
const three = () => set(3, rule('One'), rule('Two'), rule('Three'));

const crmWith = () => fakeCrm({ [READ]: three, [FIELDS]: () => ({ fields: [] }) });

async function show({ client }: FakeCrm): Promise<CrmRoutingRules> {
  const element = await fixture<CrmRoutingRules>(
    html`<crm-routing-rules portal-id="7" .client=${client}></crm-routing-rules>`,
  );
  await waitUntil(() => findAll(element, 'form').length === 1, 'the rules are shown');
  return element;
}
const names = (element: CrmRoutingRules) => texts(element, '.name bdi');
const button = (element: CrmRoutingRules, label: string) => find(element, `[aria-label="${label}"]`);

describe('<crm-routing-rules>', () => {
  it('is accessible with rules, with the form of one, and without any', async () => {
    const crm = crmWith();
    const element = await show(crm);
    await expect(element).to.be.accessible();
    find(element, '.name').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'select').length === 2);
    await expect(element).to.be.accessible();
    crm.answer(READ, () => set(1));
    const empty = await show(fakeCrm({ [READ]: () => set(1), [FIELDS]: () => ({ fields: [] }) }));
    await expect(empty).to.be.accessible();
  });

  for (const [kind, part] of [
    ['forbidden', 'forbidden'],
    ['server', 'error'],
  ] as const)
    it(`is accessible when it is ${part}`, async () => {
      const crm = fakeCrm({ [READ]: () => Promise.reject(new CrmError(kind, kind, 'no')) });
      const element = await fixture<CrmRoutingRules>(
        html`<crm-routing-rules portal-id="7" .client=${crm.client}></crm-routing-rules>`,
      );
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });

  it('are put in order by keyboard: the focus stays, the place is said, the ends are ends', async () => {
    const element = await show(crmWith());
    button(element, 'Move Three up').focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(names(element), ['Three', 'One', 'Two']);
    assert.equal(element.shadowRoot?.activeElement?.getAttribute('aria-label'), 'Move Three up');
    assert.equal(button(element, 'Move Three up').getAttribute('aria-disabled'), 'true');
    await waitUntil(
      () => texts(element, '[role=status]').includes('Three is now 1 of 3.'),
      'the place is said',
    );
    await sendKeys({ press: 'Enter' });
    assert.deepEqual(names(element), ['Three', 'One', 'Two']);
  });

  it('are put in order by dragging, and saved so', async () => {
    const crm = crmWith();
    const element = await show(crm);
    const drag = (type: string, target: HTMLElement) =>
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true }));
    drag('dragstart', findAll(element, '.handle')[0]!);
    for (const place of [1, 2]) drag('dragover', findAll(element, '.rule')[place]!);
    drag('dragend', findAll(element, '.handle')[0]!);
    await waitUntil(() => names(element).at(-1) === 'One', 'the rule is the last');
    crm.answer(WRITE, ({ body }) => ({ ...(body as object), revision: 4 }));
    find(element, '[type=submit]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => textOf(find(element, '.done')) === 'Saved');
    const { rules } = crm.asked.find(({ key }) => key === WRITE)!.body as { rules: RoutingRule[] };
    assert.equal(rules.at(-1)?.name, 'One');
  });

  describe('when somebody else has changed them meanwhile', () => {
    async function collide() {
      const crm = crmWith();
      const element = await show(crm);
      button(element, 'Remove Two').focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      crm.answer(READ, () => set(9, rule('Theirs')));
      crm.answer(WRITE, ({ body }) => {
        const { revision } = body as { revision: number };
        if (revision !== 9) throw new CrmError('refused', 'conflict', 'changed meanwhile');
        return { ...(body as object), revision: 10 };
      });
      find(element, '[type=submit]').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => findAll(element, '.complaint').length === 1);
      return element;
    }

    it('says so, keeps what was changed here, and is accessible', async () => {
      const element = await collide();
      assert.include(textOf(find(element, '.complaint')), 'Somebody else has changed these rules');
      assert.deepEqual(names(element), ['One', 'Three']);
      await expect(element).to.be.accessible();
    });

    it('shows theirs when it is asked to', async () => {
      const element = await collide();
      find(element, '.complaint .button').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => findAll(element, '.complaint').length === 0);
      assert.deepEqual(names(element), ['Theirs']);
    });

    it('saves over theirs when it is asked to', async () => {
      const element = await collide();
      find(element, '.complaint .danger').focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => textOf(find(element, '.done')) === 'Saved');
      assert.deepEqual(names(element), ['One', 'Three']);
    });
  });
});
