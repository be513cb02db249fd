import { type FakeCrm, find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../define.js';
import { leadCrm, READ, unreadStates } from '../page/testing/samples.js';
import type { CrmRecordCard } from './crm-record-card.js';

async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmRecordCard> {
  const page = await fixture(
    html`<div lang=${lang}>
      <p>
        Follows
        <crm-record-card module="Leads" record-id="7" .client=${client}
          ><a href="#ada">Ada</a></crm-record-card
        >.
      </p>
    </div>`,
  );
  return page.querySelector('crm-record-card')!;
}

const isOpen = (card: CrmRecordCard) => find(card, '.menu').matches(':popover-open');
const middle = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
const point = (element: Element) => sendMouse({ type: 'move', position: middle(element) });

describe('<crm-record-card>', () => {
  beforeEach(() => sendMouse({ type: 'move', position: [700, 550] }));

  it('reads nothing until somebody shows interest', async () => {
    const crm = leadCrm();
    const card = await show(crm);
    await card.updateComplete;
    expect(crm.asked).to.have.length(0);
    await expect(card).to.be.accessible();
  });

  it('shows key facts when the pointer rests on the name, and stays while it is on the card', async () => {
    const crm = leadCrm();
    const card = await show(crm);
    await point(card.querySelector('a')!);
    await waitUntil(() => isOpen(card) && findAll(card, 'dd').length > 0, 'it is shown');
    assert.equal(textOf(find(card, 'strong')), 'Ada Lovelace');
    assert.deepEqual(texts(card, 'dt'), ['Company', 'Email', 'Phone', 'Lead Status', 'Owner']);
    expect(crm.asked.filter(({ key }) => key === READ)).to.have.length(1);
    await expect(card).to.be.accessible();
    await point(find(card, 'dl'));
    const closed = new Promise<void>((resolve) => {
      find(card, '.menu').addEventListener('toggle', () => resolve(), { once: true });
    });
    await sendMouse({ type: 'move', position: [700, 550] });
    await closed;
    assert.isFalse(isOpen(card));
  });

  it('is shown by focus, left by Escape, and its actions are reached by Tab', async () => {
    const card = await show(leadCrm());
    await sendKeys({ press: 'Tab' });
    assert.equal(document.activeElement, card.querySelector('a'));
    await waitUntil(() => isOpen(card) && findAll(card, 'dd').length > 0, 'it is shown');
    await sendKeys({ press: 'Tab' });
    // Where nothing can hover, the button that shows the card is between.
    if (card.shadowRoot!.activeElement === find(card, '.peek')) await sendKeys({ press: 'Tab' });
    assert.isTrue(find(card, '.menu').contains(card.shadowRoot!.activeElement));
    assert.isTrue(isOpen(card));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !isOpen(card));
  });

  it('opens the record, writes and calls', async () => {
    const card = await show(leadCrm());
    card.querySelector('a')!.focus();
    await sendKeys({ press: 'Shift' });
    await point(card.querySelector('a')!);
    await waitUntil(() => findAll(card, '.actions .record').length === 1, 'it is shown');
    let opened = '';
    card.addEventListener('crm-record-open', ({ module, recordId }) => (opened = `${module}/${recordId}`));
    find(card, '.actions .record').click();
    assert.equal(opened, 'Leads/7');
    assert.deepEqual(
      findAll(card, '.actions a.action').map((link) => link.getAttribute('href')),
      ['mailto:ada@engines.test', 'tel:+442079460000'],
    );
  });

  it('never leaves the window', async () => {
    const card = await show(leadCrm());
    card.style.cssText = 'position: fixed; right: 0; bottom: 0';
    await point(card.querySelector('a')!);
    await waitUntil(() => isOpen(card) && findAll(card, 'dd').length > 0, 'it is shown');
    await card.updateComplete;
    const box = find(card, '.menu').getBoundingClientRect();
    expect(box.right).to.be.at.most(innerWidth);
    expect(box.bottom).to.be.at.most(innerHeight);
    expect(box.top).to.be.at.least(0);
  });
});

describe('<crm-record-card> in each state', () => {
  for (const [name, answer, part] of unreadStates) {
    it(name, async () => {
      const crm = leadCrm();
      crm.answer(READ, answer);
      const card = await show(crm);
      await point(card.querySelector('a')!);
      await waitUntil(() => findAll(card, `[part=${part}]`).length === 1, name);
      await expect(card).to.be.accessible();
      await sendMouse({ type: 'move', position: [700, 550] });
    });
  }
});
