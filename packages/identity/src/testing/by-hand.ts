import type { CrmElement } from '@crm-elements/core/lit';
import { find, findAll, textOf, waitUntil } from '@crm-elements/testing';
import { assert } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

/** The row in which a text stands; undefined when there is none. */
export const rowOf = (element: CrmElement, text: string): HTMLElement | undefined =>
  findAll(element, '[part=row]').find((row) => textOf(row).includes(text));

/** The match inside a row. @throws when there is none */
export function inRow(element: CrmElement, text: string, selector: string): HTMLElement {
  const found = rowOf(element, text)?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector} in the row of ${text}`);
  return found;
}

/** Opens the menu of a row and presses one of its entries, by keyboard. */
export async function choose(element: CrmElement, row: string, entry: string): Promise<void> {
  inRow(element, row, '.dots').focus();
  await sendKeys({ press: 'Enter' });
  const menu = inRow(element, row, '.menu');
  const focused = () => element.shadowRoot?.activeElement ?? null;
  await waitUntil(() => menu.contains(focused()), 'the menu has the focus');
  const labels = [...menu.querySelectorAll('button')].map(textOf);
  for (let step = labels.indexOf(entry); step > 0; step--) await sendKeys({ press: 'ArrowDown' });
  assert.equal(textOf(focused()), entry);
  await sendKeys({ press: 'Enter' });
}

/** The dialog of an element once it is open and shows a field. */
export async function openedDialog(element: CrmElement, tag: string, field: string): Promise<CrmElement> {
  const dialog = element.renderRoot.querySelector<CrmElement>(tag);
  if (!dialog) throw new Error(`There is no <${tag}>`);
  await waitUntil(() => findAll(dialog, `dialog[open] ${field}`).length === 1, 'the form is shown');
  return dialog;
}

/** Types into a field, over what is there. */
export async function fill(dialog: CrmElement, name: string, text: string): Promise<void> {
  const input = find(dialog, `#${name}`) as HTMLInputElement;
  input.focus();
  input.select();
  await sendKeys({ type: text });
}

/** Chooses in a list by the first letters. */
export async function pick(dialog: CrmElement, name: string, start: string): Promise<void> {
  find(dialog, `#${name}`).focus();
  await sendKeys({ type: start });
}
