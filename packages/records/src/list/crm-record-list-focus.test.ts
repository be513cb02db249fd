import { find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../define.js';
import type { CrmRecordList } from './crm-record-list.js';
import { crmWith, many, showReady } from './testing/show-list.js';

const focused = (element: CrmRecordList) => element.shadowRoot?.activeElement ?? null;
const isInSight = (element: CrmRecordList) => {
  const row = focused(element)!.closest('.row')!.getBoundingClientRect();
  const region = find(element, '.scroll').getBoundingClientRect();
  const head = find(element, 'thead th').getBoundingClientRect();
  return row.top >= head.bottom - 1 && row.bottom <= region.bottom + 1;
};

/** Scrolls as far as it goes, as a wheel does: the focus stays where it is. */
async function scrollTo(element: CrmRecordList, top: number) {
  const region = find(element, '.scroll');
  region.scrollTop = top;
  const before = find(element, '.row').getAttribute('aria-rowindex');
  await waitUntil(() => findAll(element, '.row').some((row) => row.getAttribute('aria-rowindex') !== before));
  await waitUntil(() => isDrawnAt(element, region.scrollTop), 'what is in sight is drawn');
}

const isDrawnAt = (element: CrmRecordList, top: number) => {
  const region = find(element, '.scroll').getBoundingClientRect();
  return findAll(element, '.row').some((row) => {
    const box = row.getBoundingClientRect();
    return box.top < region.bottom && box.bottom > region.top && top >= 0;
  });
};

describe('the focus in a long list', () => {
  for (const [name, selector] of [
    ['a name', '.main .record'],
    ['a box', '.choose'],
  ] as const) {
    it(`stays with ${name} that is scrolled out of sight, and arrow keys go on from there`, async () => {
      const element = await showReady(crmWith(many(300)));
      findAll(element, selector)[2]!.focus();
      const control = focused(element);
      await scrollTo(element, 9_000);
      assert.equal(focused(element), control, 'it is still the same control');
      assert.isFalse(isInSight(element));
      expect(findAll(element, '.row').length).to.be.lessThan(60);
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(() => focused(element) !== control && isInSight(element), 'the list comes back to it');
      assert.equal(focused(element)!.closest('.row')!.getAttribute('aria-rowindex'), '5');
      await scrollTo(element, 0);
      await scrollTo(element, 9_000);
      await sendKeys({ press: 'ArrowUp' });
      await waitUntil(() => isInSight(element));
      assert.equal(focused(element)!.closest('.row')!.getAttribute('aria-rowindex'), '4');
    });
  }

  it('leads on row by row, far below what was drawn', async () => {
    const element = await showReady(crmWith(many(300)));
    find(element, '.main .record').focus();
    for (let row = 0; row < 60; row++) {
      await sendKeys({ press: 'ArrowDown' });
      await waitUntil(
        () => focused(element)!.closest('.row')!.getAttribute('aria-rowindex') === `${row + 3}`,
      );
    }
    assert.isTrue(isInSight(element));
    assert.equal(textOf(focused(element)), 'Ada 940');
    expect(findAll(element, '.row').length).to.be.lessThan(60);
  });

  it('stays at both ends', async () => {
    const element = await showReady(crmWith(many(2)));
    find(element, '.main .record').focus();
    await sendKeys({ press: 'ArrowUp' });
    assert.equal(textOf(focused(element)), 'Ada 1000');
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => textOf(focused(element)) === 'Ada 999');
    await sendKeys({ press: 'ArrowDown' });
    assert.equal(textOf(focused(element)), 'Ada 999');
  });

  it('stays with a column that is moved', async () => {
    const element = await showReady(crmWith(many(2)));
    const columns = element.renderRoot.querySelector('crm-record-columns')!;
    find(columns, '[part=choose]').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => columns.shadowRoot?.activeElement?.matches('[type=search]'));
    const order = () => findAll(element, 'thead bdi').map(textOf);
    const [, moved, next, third] = order();
    const down = () => find(columns, `li:nth-child(2) [data-by='1']`);
    down().focus();
    const label = down().getAttribute('aria-label');
    for (const expected of [
      [next, moved, third],
      [next, third, moved],
    ]) {
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => order().slice(1, 4).join() === expected.join());
      await waitUntil(() => columns.shadowRoot?.activeElement?.getAttribute('aria-label') === label);
    }
  });
});
