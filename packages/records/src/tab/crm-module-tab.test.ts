import { fakeCrm, later, waitUntil, type FakeCrm } from '@crm-elements/testing';
import { assert, expect, fixture, html } from '@open-wc/testing';
import '../define-tabs.js';
import { leadSettings, MODULE } from '../testing/samples.js';
import type { CrmModuleTab } from './crm-module-tab.js';

const show = ({ client }: FakeCrm): Promise<CrmModuleTab> =>
  fixture<CrmModuleTab>(
    html`<crm-module-tab module="Leads" .client=${client}><a href="/leads">Leads</a></crm-module-tab>`,
  );
const isShown = (element: CrmModuleTab) => element.querySelector('a')!.getBoundingClientRect().width > 0;

describe('<crm-module-tab>', () => {
  it('shows the way to a module, also before the answer has come', async () => {
    const answer = later<unknown>();
    const settings = leadSettings({ viewable: true, show_as_tab: true });
    const element = await show(fakeCrm({ [MODULE]: () => answer.promise }));
    await element.updateComplete;
    assert.isTrue(isShown(element));
    answer.resolve(await settings[MODULE]?.({ key: MODULE, params: { id: 'Leads' }, query: {} } as never));
    await element.updateComplete;
    assert.isTrue(isShown(element));
    await expect(element).to.be.accessible();
  });

  for (const hidden of [
    { viewable: true, show_as_tab: false },
    { viewable: false, show_as_tab: true },
  ])
    it(`hides it for ${JSON.stringify(hidden)}`, async () => {
      const element = await show(fakeCrm(leadSettings(hidden)));
      await waitUntil(() => !isShown(element), 'the link is gone');
    });
});
