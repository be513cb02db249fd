import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, later, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../define.js';
import type { CrmNotificationOpenEvent, CrmNotificationReceivedEvent } from '../events.js';
import { roomOf } from '../room.js';
import {
  currentUser,
  LIST,
  notification,
  notificationPage,
  PREFERENCES,
  READ,
  USERS,
} from '../testing/samples.js';
import type { CrmNotifications } from './crm-notifications.js';

const room = roomOf('42');
const crmWith = (...rows: ReturnType<typeof notification>[]) =>
  fakeCrm({
    [USERS]: () => currentUser('42'),
    [LIST]: () => notificationPage(rows),
    [READ]: () => ({ unread: 0, seq: 2 }),
    [PREFERENCES]: () => ({ email: { task_assigned: true } }),
  });

async function show({ client }: FakeCrm, lang = 'en', dir = 'ltr'): Promise<CrmNotifications> {
  const page = await fixture(
    html`<div lang=${lang} dir=${dir}><crm-notifications .client=${client}></crm-notifications></div>`,
  );
  const element = page.querySelector('crm-notifications')!;
  await element.updateComplete;
  return element;
}

const bell = (element: CrmNotifications) => find(element, '[part=bell]');
/** Nodes are not compared themselves: a failure could not be told. */
const nameOfNode = (node: Element | null | undefined) => node?.getAttribute('part') ?? node?.className;
const focused = (element: CrmNotifications) => nameOfNode(element.shadowRoot?.activeElement);
const nameOf = (element: CrmNotifications) => bell(element).getAttribute('aria-label');

async function open(element: CrmNotifications): Promise<void> {
  bell(element).focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => findAll(element, '.bar').length === 1, 'the panel is open');
  await waitUntil(() => element.shadowRoot?.activeElement === find(element, '[part=panel]'), 'has the focus');
}

async function showOpen(crm: FakeCrm, lang?: string): Promise<CrmNotifications> {
  const element = await show(crm, lang);
  await open(element);
  await waitUntil(() => findAll(element, '.notification').length > 0, 'notifications are shown');
  return element;
}

const yesterday = () => new Date(Date.now() - 86_400_000).toISOString();

describe('<crm-notifications>', () => {
  it('counts the unread ones on the bell and tells it when more come in, once', async () => {
    const crm = crmWith(notification('3'), notification('2', { read: true }));
    const element = await show(crm);
    await waitUntil(() => nameOf(element) === 'Notifications, 1 unread');
    const told: string[] = [];
    const region = find(element, '[role=status].visually-hidden');
    const watching = new MutationObserver(() => textOf(region) && told.push(textOf(region)));
    watching.observe(region, { childList: true, characterData: true, subtree: true });
    crm.answer(LIST, () =>
      notificationPage([notification('5'), notification('4'), notification('3')], { seq: 3 }),
    );
    const received: string[] = [];
    element.addEventListener(
      'crm-notification-received',
      ({ notification: { id } }: CrmNotificationReceivedEvent) => received.push(id),
    );
    crm.hint(room, 3);
    await waitUntil(() => nameOf(element) === 'Notifications, 3 unread', 'counts');
    await waitUntil(() => told.length > 0, 'it is told');
    watching.disconnect();
    assert.deepEqual(told, ['You have 3 unread notifications']);
    assert.deepEqual(received, ['4', '5']);
    await expect(element).to.be.accessible();
  });

  it('does not count above 99 on the bell', async () => {
    const crm = crmWith();
    crm.answer(LIST, () => notificationPage([notification('3')], { unread: 230 }));
    const element = await show(crm);
    await waitUntil(() => findAll(element, '[part=count]').length === 1);
    assert.equal(textOf(find(element, '[part=count]')), '99+');
    assert.equal(nameOf(element), 'Notifications, 99+ unread');
    await expect(element).to.be.accessible();
  });

  it('words each kind, groups by day, newest first', async () => {
    const element = await showOpen(
      crmWith(
        notification('5'),
        notification('4', {
          kind: 'task_assigned',
          actor: null,
          record: { module: 'Tasks', id: '7', name: 'Call' },
        }),
        notification('3', { kind: 'workflow_failed', actor: null, text: 'Greet', created_at: yesterday() }),
        notification('6', {
          kind: 'chat_missed',
          actor: null,
          text: 'Vera Cole',
          record: { module: 'Visits', id: '7', name: 'Oak' },
          created_at: yesterday(),
        }),
        notification('2', { kind: 'signal', text: 'Ada is on the site', created_at: yesterday() }),
        notification('1', { record: null, created_at: '2025-03-04T10:00:00Z' }),
      ),
    );
    assert.deepEqual(texts(element, '.sentence'), [
      'Grace Hopper made you the owner of Ada Lovelace',
      'You have a new task: Call',
      'The rule Greet has failed for Ada Lovelace',
      'Nobody answered Vera Cole in the chat',
      'Ada is on the site',
      'Grace Hopper made you the owner of a record',
    ]);
    assert.deepEqual(texts(element, '.day'), ['Today', 'Yesterday', 'Mar 4, 2025']);
    await expect(element).to.be.accessible();
  });

  it('goes through them by arrow keys, opens one, marks it read at once and gives the focus back', async () => {
    const crm = crmWith(notification('3'), notification('2'));
    const answer = later<unknown>();
    crm.answer(READ, () => answer.promise);
    const element = await showOpen(crm);
    await sendKeys({ press: 'ArrowDown' });
    find(element, '.open').focus();
    await sendKeys({ press: 'ArrowDown' });
    const asked = oneEvent(element, 'crm-notification-open');
    await sendKeys({ press: 'Enter' });
    const event = (await asked) as unknown as CrmNotificationOpenEvent;
    assert.equal(event.notification.id, '2');
    await waitUntil(() => nameOf(element) === 'Notifications, 1 unread', 'before the answer');
    expect(find(element, '[part=panel]').matches(':popover-open')).to.be.false;
    assert.equal(focused(element), nameOfNode(bell(element)));
    answer.resolve({ unread: 1, seq: 2 });
    assert.deepEqual(crm.asked.find(({ key }) => key === READ)?.body, { ids: ['2'] });
  });

  it('takes a refused mark back and says so', async () => {
    const crm = crmWith(notification('3'));
    const answer = later<unknown>();
    crm.answer(READ, () => answer.promise);
    const element = await showOpen(crm);
    find(element, '.bar .button').click();
    await waitUntil(() => nameOf(element) === 'Notifications');
    answer.reject(new CrmError('server', 'internal_error', 'no'));
    await waitUntil(() => nameOf(element) === 'Notifications, 1 unread');
    expect(textOf(find(element, '[role=alert]'))).to.contain('could not be marked');
    await expect(element).to.be.accessible();
  });

  it('marks all read up to the newest that is shown and keeps the focus in the panel', async () => {
    const crm = crmWith(notification('3'), notification('2'));
    const element = await showOpen(crm);
    await sendKeys({ press: 'Tab' });
    assert.equal(textOf(element.shadowRoot?.activeElement), 'Mark all read');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[data-unread]').length === 0);
    assert.deepEqual(crm.asked.find(({ key }) => key === READ)?.body, { up_to: '3' });
    assert.equal(focused(element), nameOfNode(find(element, '[part=panel]')));
    assert.equal(nameOf(element), 'Notifications');
  });

  it('makes links where the host knows the address, and lets the host take over', async () => {
    const element = await showOpen(crmWith(notification('3')));
    element.hrefFor = (module, id) => `#/${module}/${id}`;
    await element.updateComplete;
    assert.equal(find(element, 'a.open').getAttribute('href'), '#/Leads/903');
    element.addEventListener('crm-notification-open', (event) => event.preventDefault());
    const before = location.hash;
    find(element, 'a.open').click();
    assert.equal(location.hash, before);
  });

  it('shows older ones by the cursor, and says when that fails', async () => {
    const crm = crmWith();
    crm.answer(LIST, ({ query: { cursor } }) =>
      cursor === 'a'
        ? notificationPage([notification('1')])
        : notificationPage([notification('2')], { next: 'a' }),
    );
    const element = await showOpen(crm);
    const answer = later<unknown>();
    crm.answer(LIST, () => answer.promise);
    find(element, '[part=more] button').click();
    answer.reject(new CrmError('server', 'server', 'no'));
    await waitUntil(() => findAll(element, '[part=more] [role=alert]').length === 1);
    await expect(element).to.be.accessible();
    crm.answer(LIST, () => notificationPage([notification('1')]));
    find(element, '[part=more] button').click();
    await waitUntil(() => findAll(element, '.notification').length === 2);
    assert.equal(findAll(element, '[part=more]').length, 0);
  });

  it('closes on Escape and on a click beside it', async () => {
    const element = await showOpen(crmWith(notification('3')));
    await sendKeys({ press: 'Escape' });
    expect(find(element, '[part=panel]').matches(':popover-open')).to.be.false;
    assert.equal(focused(element), nameOfNode(bell(element)));
    await open(element);
    await sendMouse({ type: 'click', position: [5, innerHeight - 5] });
    await waitUntil(() => !find(element, '[part=panel]').matches(':popover-open'));
    assert.equal(bell(element).getAttribute('aria-expanded'), 'false');
  });

  it('opens the preferences and comes back, by keyboard', async () => {
    const element = await showOpen(crmWith(notification('3', { read: true })));
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, 'crm-notification-preferences').length === 1);
    assert.equal(find(element, '[part=panel]').getAttribute('aria-label'), 'Notification preferences');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.notification').length === 1);
  });

  it('fits into a narrow window', async () => {
    await setViewport({ width: 360, height: 640 });
    const element = await showOpen(crmWith(notification('3')));
    const { left, right } = find(element, '[part=panel]').getBoundingClientRect();
    assert.deepEqual([left, innerWidth - right], [8, 8]);
    await setViewport({ width: 800, height: 600 });
  });

  it('leaves the room of its user with the last bell', async () => {
    const crm = crmWith(notification('3'));
    const element = await show(crm);
    await waitUntil(() => crm.members(room) === 1);
    element.remove();
    await waitUntil(() => crm.members(room) === 0);
  });
});

describe('<crm-notifications> in each state', () => {
  const refusal = (kind: 'forbidden' | 'server') => () => Promise.reject(new CrmError(kind, kind, 'no'));
  const states = [
    ['loading', LIST, () => later().promise, 'loading'],
    ['empty', LIST, () => notificationPage([]), 'empty'],
    ['forbidden', LIST, refusal('forbidden'), 'forbidden'],
    ['error', LIST, refusal('server'), 'error'],
    ['error of the user', USERS, refusal('server'), 'error'],
  ] as const;
  for (const [name, key, answer, part] of states) {
    it(name, async () => {
      const crm = crmWith();
      crm.answer(key, answer);
      const element = await show(crm);
      await open(element);
      await waitUntil(() => findAll(element, `[part=${part}]`).length === 1);
      await expect(element).to.be.accessible();
    });
  }

  it('error of the user, with a retry that helps', async () => {
    const crm = crmWith(notification('3'));
    crm.answer(USERS, refusal('server'));
    const element = await show(crm);
    await open(element);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    crm.answer(USERS, () => currentUser('42'));
    find(element, '[part=error] button').click();
    await waitUntil(() => findAll(element, '.notification').length === 1);
  });

  it('stale, until the link is back', async () => {
    const crm = crmWith(notification('3'));
    const element = await showOpen(crm);
    crm.link.set('offline');
    await waitUntil(() => findAll(element, '[part=stale]').length === 1);
    await expect(element).to.be.accessible();
    crm.link.set('online');
    await waitUntil(() => findAll(element, '[part=stale]').length === 0);
  });
});

describe('<crm-notifications> in each language', () => {
  const expected = { en: 'Today', fr: 'Aujourd’hui', ar: 'اليوم' };
  for (const [lang, title] of Object.entries(expected)) {
    it(lang, async () => {
      const element = await showOpen(crmWith(notification('3')), lang);
      assert.deepEqual(texts(element, '.day'), [title]);
      await expect(element).to.be.accessible();
    });
  }
});
