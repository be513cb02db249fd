import { fakeCrm, find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define-setup.js';
import { integration, portal, trackingAnswers } from '../testing/samples.js';
import type { CrmCodeSender } from './crm-code-sender.js';
import type { CrmPortalCodes } from './crm-portal-codes.js';

const SEND = 'POST /v1/portals/:id/embed-codes/:embed_id/send';

describe('<crm-portal-codes>', () => {
  it('is accessible with a code, and in the form of a further one', async () => {
    const { client } = fakeCrm(trackingAnswers(integration([portal('7')])));
    const element = await fixture<CrmPortalCodes>(
      html`<crm-portal-codes .portal=${portal('7')} .client=${client}></crm-portal-codes>`,
    );
    await waitUntil(() => element.renderRoot.querySelector('crm-portal-code') !== null);
    const code = element.renderRoot.querySelector('crm-portal-code')!;
    await waitUntil(() => findAll(code, '[name=allowed_origins]').length > 0);
    await expect(element).to.be.accessible();
    await expect(code).to.be.accessible();
    find(element, '.embed').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[name=name]').length === 1);
    await expect(element).to.be.accessible();
  });
});

describe('<crm-code-sender>', () => {
  it('is accessible, refuses what is no address, keeps it, and says when the mail has left', async () => {
    const crm = fakeCrm(trackingAnswers(integration([portal('7')])));
    const element = await fixture<CrmCodeSender>(
      html`<crm-code-sender portal-id="7" code-id="71" .client=${crm.client}></crm-code-sender>`,
    );
    await element.open();
    await expect(element).to.be.accessible();
    await sendKeys({ type: 'nobody' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '[role=alert]').length === 1);
    assert.equal((find(element, '[name=to]') as HTMLInputElement).value, 'nobody');
    await expect(element).to.be.accessible();
    crm.answer(SEND, () => ({ sent: 1 }));
    find(element, '[name=to]').focus();
    await sendKeys({ type: '@shop.test' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(element, '.done').length === 1);
    assert.equal(textOf(find(element, '.done')), 'One mail was sent.');
    assert.deepEqual(crm.asked.find(({ key }) => key === SEND)?.body, { to: ['nobody@shop.test'] });
    await expect(element).to.be.accessible();
  });
});
