import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import { renderIcon } from '../render-icon.js';

/** More unread ones than this are not counted on the bell. */
const MOST_COUNTED = 99;

/** The button that opens the panel, with the number of unread notifications. */
export function renderBell(unread: number, isOpen: boolean, words: Words, formats: Formats): TemplateResult {
  const count = formats.number(Math.min(unread, MOST_COUNTED)) + (unread > MOST_COUNTED ? '+' : '');
  return html`
    <button
      class="bell"
      part="bell"
      type="button"
      popovertarget="panel"
      aria-haspopup="dialog"
      aria-expanded=${isOpen}
      aria-label=${unread > 0 ? words.unread(count, formats.plural(unread)) : words.title}
    >
      ${renderIcon('bell')}
      ${unread > 0 ? html`<span class="count" part="count" aria-hidden="true">${count}</span>` : nothing}
    </button>
  `;
}
