import { find, findAll, type FakeCrm } from '@crm-elements/testing';
import { waitUntil } from '@open-wc/testing';
import type { CrmRecordList } from '../crm-record-list.js';
import type { CrmMassDialog } from '../mass/crm-mass-dialog.js';
import type { CrmRecordMass } from '../mass/crm-record-mass.js';
import { showReady } from './show-list.js';

/** What the server says about a record: done, or words why not. */
export const done = (fault?: string) => ({
  code: 'X',
  details: {},
  message: fault ?? 'ok',
  status: fault === undefined ? 'success' : 'error',
});

export const box = (element: CrmRecordList, index: number) => findAll(element, '.row .choose')[index]!;

/** Selects the first rows and shows what can be done with them. */
export async function select(crm: FakeCrm, count: number) {
  const element = await showReady(crm);
  for (let index = 0; index < count; index++) box(element, index).click();
  const mass = await shownMass(element);
  return { element, mass };
}

export async function shownMass(element: CrmRecordList): Promise<CrmRecordMass> {
  await waitUntil(() => element.renderRoot.querySelector('crm-record-mass')?.hasUpdated, 'it is there');
  return element.renderRoot.querySelector('crm-record-mass')!;
}

export async function openDialog(mass: CrmRecordMass, action: string): Promise<CrmMassDialog> {
  find(mass, `[data-action=${action}]`).click();
  await waitUntil(() => mass.renderRoot.querySelector('crm-mass-dialog')?.hasUpdated);
  return mass.renderRoot.querySelector('crm-mass-dialog')!;
}

/** Adds a tag, or gives the company a value. */
export async function act(mass: CrmRecordMass, action: 'addTags' | 'update', value: string): Promise<void> {
  const dialog = await openDialog(mass, action);
  if (action === 'update') {
    const field = find(dialog, '#field') as HTMLSelectElement;
    field.value = 'Company';
    field.dispatchEvent(new Event('change'));
    await dialog.updateComplete;
  }
  const input = find(dialog, action === 'update' ? '#value' : '#tags') as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  find(dialog, '[data-action=run]').click();
}
