import { CrmError } from '@crm-elements/core';
import { find, findAll, textOf, texts, waitUntil } from '@crm-elements/testing';
import { assert, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  ada,
  bob,
  choice,
  crmWith,
  have,
  notice,
  NOTICES,
  openPanel,
  openSettings,
  ROOM,
  show,
  showWith,
} from './testing/show-notices.js';

describe('the list of the last visitors', () => {
  it('counts those not seen yet, and lists the last with what they are', async () => {
    const crm = crmWith(notice(1, ada));
    const element = await showWith(crm, notice(1, ada), notice(2, { ...bob, online: true }));
    assert.equal(find(element, '[part=bell]').getAttribute('aria-label'), 'Visitor notifications, 1 new');
    await openPanel(element);
    await waitUntil(() => texts(element, '.notice-line .name').join() === 'Bob Byrne,Ada Lovelace');
    assert.deepEqual(texts(element, '.notice-line .chip'), ['Customer', 'Lead']);
    assert.equal(find(element, '[part=bell]').getAttribute('aria-label'), 'Visitor notifications');
    await expect(element).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !find(element, '#panel').matches(':popover-open'));
  });

  it('says that nobody has come yet', async () => {
    const element = await show(crmWith(), 'fr');
    await openPanel(element);
    await waitUntil(() => textOf(find(element, '[part=empty]')).startsWith('Personne n’est encore venu'));
    await expect(element).to.be.accessible();
  });

  it('[VIS-98] says that the notification of visitors is off', async () => {
    const crm = crmWith();
    have(crm, [notice(1, ada)], false);
    const element = await show(crm);
    await openPanel(element);
    await waitUntil(() => textOf(find(element, '.off')).startsWith('Visitor notification is off'));
    await expect(element).to.be.accessible();
    have(crm, [], false);
    find(element, '#panel').hidePopover();
    await openPanel(element);
    await waitUntil(() => findAll(element, '[part=empty]').length > 0 || findAll(element, '.off').length > 0);
  });

  it('says an error and reads again; without the right there is nothing', async () => {
    const crm = crmWith(notice(1, ada));
    crm.answer(NOTICES, () => Promise.reject(new CrmError('server', 'internal_error', 'no')));
    const element = await show(crm);
    await openPanel(element);
    await waitUntil(() => findAll(element, '[part=error]').length === 1);
    await expect(element).to.be.accessible();
    have(crm, [notice(1, ada)]);
    find(element, '[part=error] .button').click();
    await waitUntil(() => findAll(element, '.notice-line').length === 1);
    crm.answer(NOTICES, () => Promise.reject(new CrmError('forbidden', 'forbidden', 'no')));
    crm.hint(ROOM, 9);
    await waitUntil(() => findAll(element, 'button').length === 0, 'nothing is drawn');
  });
});

describe('the settings of the reader', () => {
  it('switch a kind of visitors off, for the next page too', async () => {
    const crm = crmWith();
    const element = await show(crm);
    await openSettings(element);
    await expect(element).to.be.accessible();
    choice(element, 'Unknown').focus();
    await sendKeys({ press: 'Space' });
    await waitUntil(() => choice(element, 'Unknown').getAttribute('aria-checked') === 'false');
    find(element, '#panel').hidePopover();
    await waitUntil(() => crm.members(ROOM) > 0);
    have(crm, [notice(1), notice(2, ada)]);
    await waitUntil(() => findAll(element, '.pop-up').length > 0);
    assert.deepEqual(texts(element, '.pop-up .name'), ['Ada Lovelace']);
    element.remove();
    const next = await show(crm);
    await openSettings(next);
    await waitUntil(() => !choice(next, 'Unknown').checked);
    assert.isTrue(choice(next, 'Customers').checked);
  });

  it('play a tone where the reader wants it', async () => {
    const Original = window.AudioContext;
    let tones = 0;
    window.AudioContext = class extends Original {
      constructor() {
        super();
        tones++;
      }
    };
    try {
      const crm = crmWith();
      const element = await show(crm);
      await openSettings(element);
      assert.isFalse(choice(element, 'Sound').checked);
      choice(element, 'Sound').focus();
      await sendKeys({ press: 'Space' });
      await waitUntil(() => tones === 1, 'the reader hears what it will be like');
      find(element, '#panel').hidePopover();
      await waitUntil(() => crm.members(ROOM) > 0);
      have(crm, [notice(71), notice(72)]);
      await waitUntil(() => tones === 2, 'two who come at once are one tone');
    } finally {
      window.AudioContext = Original;
    }
  });

  for (const [permission, words] of [
    ['denied', 'Your browser blocks them'],
    ['default', 'Your browser asks once'],
    ['granted', 'While the CRM is out of sight.'],
  ] as const) {
    it(`say what the browser has to say of the desktop: ${permission}`, async () => {
      const Original = window.Notification;
      let asked = 0;
      const FakeNotification = {
        permission: permission,
        requestPermission: () => {
          asked++;
          return Promise.resolve((FakeNotification.permission = 'granted'));
        },
      };
      Object.assign(window, { Notification: FakeNotification });
      try {
        const element = await show(crmWith());
        await openSettings(element);
        assert.include(textOf(find(element, '#desktop-hint')), words);
        await expect(element).to.be.accessible();
        assert.equal(asked, 0, 'nobody is asked before they want it');
        choice(element, 'On the desktop').focus();
        await sendKeys({ press: 'Space' });
        if (permission !== 'denied') await waitUntil(() => choice(element, 'On the desktop').checked);
        assert.equal(choice(element, 'On the desktop').checked, permission !== 'denied');
        assert.equal(asked, permission === 'default' ? 1 : 0);
      } finally {
        Object.assign(window, { Notification: Original });
      }
    });
  }
});
