import type { WebForm } from '@crm-elements/contract';
import { CrmError } from '@crm-elements/core';
import { fakeCrm, type FakeCrm, find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../define-setup.js';
import { integration, portal, trackingAnswers } from '../testing/samples.js';
import type { CrmWebForms } from './crm-web-forms.js';

const FORMS = 'GET /v1/web-forms';
const MAKE = 'POST /v1/web-forms';

const form = (id: string, name: string): WebForm => ({
  id,
  name,
  key: `form-${id}`,
  module: 'Leads',
  fields: [{ api_name: 'Last_Name', label: 'Last Name', required: true }],
  embed_code_id: '71',
  return_url: null,
  former_code: null,
  portal: { id: '7', name: 'Acme Shop' },
  code: '<form method="post" data-crm-form></form>',
  element_code: '<crm-web-form></crm-web-form>',
});

const crmWith = (...forms: WebForm[]) =>
  fakeCrm({
    ...trackingAnswers(integration([portal('7')])),
    [FORMS]: () => ({ data: forms }),
    'GET /crm/v8/settings/fields': () => ({
      fields: [
        {
          api_name: 'Last_Name',
          field_label: 'Last Name',
          data_type: 'text',
          system_mandatory: true,
          visible: true,
          view_type: { create: true },
        },
      ],
    }),
  });

async function show({ client }: FakeCrm): Promise<CrmWebForms> {
  const element = await fixture<CrmWebForms>(html`<crm-web-forms .client=${client}></crm-web-forms>`);
  await waitUntil(() => findAll(element, '.primary').length === 1, 'it is shown');
  return element;
}

/** Whether closing the page would ask first. */
const isHeld = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

async function openEditor(element: CrmWebForms) {
  find(element, '.primary').focus();
  await sendKeys({ press: 'Enter' });
  await waitUntil(() => element.renderRoot.querySelector('crm-web-form-editor') !== null);
  const editor = element.renderRoot.querySelector('crm-web-form-editor')!;
  await waitUntil(() => findAll(editor, '[name=name]').length === 1);
  return editor;
}

describe('<crm-web-forms>', () => {
  it('is accessible without forms, with some, and in the form of one', async () => {
    await expect(await show(crmWith())).to.be.accessible();
    const element = await show(crmWith(form('1', 'Contact us')));
    assert.include(textOf(find(element, '[part=form]')), 'Tracked by Acme Shop');
    await expect(element).to.be.accessible();
    await expect(await openEditor(element)).to.be.accessible();
  });

  it('closing the page asks first while something was changed, and no longer', async () => {
    const element = await show(crmWith());
    const editor = await openEditor(element);
    assert.isFalse(isHeld());
    find(editor, '[name=name]').focus();
    await sendKeys({ type: 'Contact' });
    assert.isTrue(isHeld());
    element.remove();
    assert.isFalse(isHeld());
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    const crm = crmWith();
    const editor = await openEditor(await show(crm));
    find(editor, '[name=name]').focus();
    await sendKeys({ type: 'Contact' });
    crm.answer(MAKE, () => {
      throw new CrmError('server', 'unexpected', 'no');
    });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => findAll(editor, '[role=alert]').length === 1);
    assert.equal((find(editor, '[name=name]') as HTMLInputElement).value, 'Contact');
    await expect(editor).to.be.accessible();
  });
});
