import { type FakeCrm, find, findAll, waitUntil } from '@crm-elements/testing';
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

/** The box that selects a row. */
export function box(element: CrmRecordList, index: number): HTMLElement {
  const found = findAll(element, '.row .choose')[index];
  if (!found) throw new Error(`There is no row ${index}`);
  return found;
}

/** An element of a view, when it has drawn itself. */
async function drawn<T extends 'crm-record-mass' | 'crm-mass-dialog'>(
  { renderRoot }: CrmRecordList | CrmRecordMass,
  tag: T,
): Promise<HTMLElementTagNameMap[T]> {
  await waitUntil(() => renderRoot.querySelector(tag)?.hasUpdated, `${tag} is there`);
  const found = renderRoot.querySelector(tag);
  if (!found) throw new Error(`There is no ${tag}`);
  return found;
}

/** Selects the first rows and shows what can be done with them. */
export async function select(crm: FakeCrm, count: number) {
  const element = await showReady(crm);
  for (let index = 0; index < count; index++) box(element, index).click();
  const mass = await shownMass(element);
  return { element, mass };
}

export const shownMass = (element: CrmRecordList): Promise<CrmRecordMass> =>
  drawn(element, 'crm-record-mass');

export async function openDialog(mass: CrmRecordMass, action: string): Promise<CrmMassDialog> {
  find(mass, `[data-action=${action}]`).click();
  return drawn(mass, 'crm-mass-dialog');
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
