import type { Resource } from '@crm-elements/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';

interface PopupView<T> {
  found: Resource<readonly T[]> | undefined;
  options: readonly T[];
  caption: string | undefined;
  terms: Words;
  retry: () => void;
  list: () => TemplateResult;
}

/** The popup of a combobox in each of its states. */
export const renderPopup = <T>(view: PopupView<T>): TemplateResult => html`
  <div class="menu" part="menu" .popover=${'manual'}>
    ${view.options.length > 0 ? renderOptions(view) : renderNone(view)}
  </div>
`;

const renderOptions = <T>({ caption, list, found, terms }: PopupView<T>) => html`
  ${caption ? html`<p class="caption">${caption}</p>` : nothing}
  ${found?.status === 'error' ? html`<p class="caption fault">${terms.searchFailed}</p>` : nothing} ${list()}
`;

const keepFocus = (event: Event) => event.preventDefault();

function renderNone<T>({ found, terms, retry }: PopupView<T>) {
  if (found?.status === 'error') {
    if (found.error?.kind === 'forbidden') return html`<p class="message">${terms.searchForbidden}</p>`;
    return html`<div class="message">
      ${terms.searchFailed}
      <button class="button" type="button" tabindex="-1" @pointerdown=${keepFocus} @click=${retry}>
        ${terms.retry}
      </button>
    </div>`;
  }
  if (found?.status === 'ready') return html`<p class="message">${terms.nothingFound}</p>`;
  return html`<p class="message"><span class="spinner" aria-hidden="true"></span>${terms.searching}</p>`;
}
