import { fakeCrm, findAll, recordPage, waitUntil, type FakeCrm } from '@crm-elements/testing';
import { fixture, html } from '@open-wc/testing';
import type { CrmVisits } from '../visits/list/crm-visits.js';
import type { visit } from './samples.js';
import { action, ACTIONS, chat, PORTALS, portalList, viewList, VIEWS, VISITS } from './samples.js';

/** A CRM with these visits, each with an action and a chat. */
export const crmWith = (...visits: ReturnType<typeof visit>[]) =>
  fakeCrm({
    [VISITS]: () => recordPage(visits),
    [ACTIONS]: ({ params }) =>
      recordPage(params.related === 'Actions_Performed' ? [action('1')] : [chat('1')]),
    [PORTALS]: () => portalList('Acme'),
    [VIEWS]: () => viewList,
  });

export async function show({ client }: FakeCrm, lang = 'en'): Promise<CrmVisits> {
  const page = await fixture(html`<div lang=${lang}><crm-visits .client=${client}></crm-visits></div>`);
  const element = page.querySelector('crm-visits');
  if (!element) throw new Error('There is no list of visits');
  return element;
}

/** The list, once its rows are there. */
export async function showReady(crm: FakeCrm, lang?: string): Promise<CrmVisits> {
  const element = await show(crm, lang);
  await waitUntil(() => findAll(element, '.row').length > 0, 'visits are shown');
  return element;
}
