import type { OnlineVisitor, VisitorNotice } from '@crm-elements/contract';
import { fakeCrm, find, findAll, textOf, waitUntil, type FakeCrm } from '@crm-elements/testing';
import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { visitor } from '../../testing/samples.js';
import type { CrmVisitorNotifications } from '../crm-visitor-notifications.js';
import '../../define.js';

export const NOTICES = 'GET /v1/visitor-notices';
const USERS = 'GET /crm/v8/users';
const COMMANDS = 'POST /v1/visits/:id/commands';
export const ROOM = 'visitor-notices/5';

export const notice = (seq: number, changes: Partial<OnlineVisitor> = {}): VisitorNotice => ({
  seq,
  at: new Date().toISOString(),
  visitor: visitor(String(4_000 + seq), changes),
});
export const ada = {
  record: { id: '900', module: 'Leads', name: 'Ada Lovelace' },
  visitor_type: 'Lead',
} as const;
export const bob = {
  record: { id: '901', module: 'Contacts', name: 'Bob Byrne' },
  visitor_type: 'Customer',
} as const;
export const eve = {
  record: { id: '902', module: 'Contacts', name: 'Eve Moran' },
  visitor_type: 'Potential',
} as const;

export function crmWith(...notices: VisitorNotice[]): FakeCrm {
  const crm = fakeCrm({ [USERS]: () => ({ users: [{ id: '5' }] }), [COMMANDS]: () => ({ n: 1 }) });
  have(crm, notices);
  return crm;
}

export function have(crm: FakeCrm, notices: readonly VisitorNotice[], notifies = true): void {
  const seq = notices.at(-1)?.seq ?? 0;
  crm.answer(NOTICES, ({ query }) => ({
    data: notices.filter((one) => one.seq > Number(query.since)),
    seq,
    notifies,
  }));
  crm.hint(ROOM, seq);
}

export async function show(crm: FakeCrm, lang = 'en'): Promise<CrmVisitorNotifications> {
  const page = await fixture(
    html`<div lang=${lang}>
      <button id="before">Before</button>
      <crm-visitor-notifications .client=${crm.client}></crm-visitor-notifications>
    </div>`,
  );
  const element = page.querySelector('crm-visitor-notifications');
  if (!element) throw new Error('It is not on the page');
  await waitUntil(() => crm.asked.some(({ key }) => key === NOTICES));
  await waitUntil(() => element.renderRoot.querySelector('[part=bell]'));
  return element;
}

/** An element that has shown what there was, and then what comes. */
export async function showWith(crm: FakeCrm, ...notices: VisitorNotice[]): Promise<CrmVisitorNotifications> {
  const element = await show(crm);
  await waitUntil(() => crm.members(ROOM) > 0);
  have(crm, notices);
  await waitUntil(() => findAll(element, '.pop-up').length > 0, 'a pop-up is there');
  return element;
}

export const press = async (element: CrmVisitorNotifications, selector: string) => {
  find(element, selector).focus();
  await sendKeys({ press: 'Enter' });
};
export const openPanel = async (element: CrmVisitorNotifications) => {
  await press(element, '[part=bell]');
  await waitUntil(
    () => find(element, '#panel').matches(':popover-open') && findAll(element, '.bar').length > 0,
  );
};
export const openSettings = async (element: CrmVisitorNotifications) => {
  await openPanel(element);
  await press(element, '.settings');
  await waitUntil(() => findAll(element, '.switch').length > 0);
};
export const choice = (element: CrmVisitorNotifications, label: string) =>
  find(element, `[aria-label="${label}"]`) as HTMLInputElement;
export const focused = (element: CrmVisitorNotifications) => textOf(element.shadowRoot?.activeElement);
