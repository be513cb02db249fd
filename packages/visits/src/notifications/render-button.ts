import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { NoticeWords } from './i18n/index.js';
import { renderIcon } from './render-icon.js';

/** The button that opens the panel, with the number of notices that were not seen there. */
export function renderButton(
  unseen: number,
  isOpen: boolean,
  words: NoticeWords,
  formats: Formats,
): TemplateResult {
  const count = formats.number(unseen);
  return html`
    <button
      class="bell"
      part="bell"
      type="button"
      popovertarget="panel"
      aria-haspopup="dialog"
      aria-expanded=${isOpen}
      aria-label=${unseen > 0 ? words.unseen(count, formats.plural(unseen)) : words.title}
    >
      ${renderIcon('visitors')}
      ${unseen > 0 ? html`<span class="count" part="count" aria-hidden="true">${count}</span>` : nothing}
    </button>
  `;
}
