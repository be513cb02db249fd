import type { CrmElement } from '@crm-elements/core/lit';

/** The first match inside an element's shadow root. */
export function find(element: CrmElement, selector: string): HTMLElement {
  const found = element.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector} in <${element.localName}>`);
  return found;
}

export const findAll = (element: CrmElement, selector: string): HTMLElement[] => [
  ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
];

/** Text as it is read, white space folded. */
export const textOf = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Texts of all matches, in order. */
export const texts = (element: CrmElement, selector: string): string[] =>
  findAll(element, selector).map(textOf);
