import { html, nothing, type TemplateResult } from 'lit';
import { renderCross } from '../../attachments/render-icons.js';
import type { Words } from '../i18n/index.js';
import type { Unlinked } from './unlinking.js';

export const renderUnlink = (terms: Words, name: string, onUnlink: () => void): TemplateResult =>
  html`<td class="end">
    <button
      class="icon-button unlink"
      type="button"
      part="unlink"
      aria-label=${terms.unlink(name)}
      title=${terms.unlink(name)}
      @click=${onUnlink}
    >
      ${renderCross()}
    </button>
  </td>`;

/** Tells what has become of it, with the way back. */
export function renderUnlinked(
  terms: Words,
  unlinked: Unlinked | undefined,
  onUndo: () => void,
): TemplateResult {
  return html`<div role="status" part="unlinked">
    ${
      unlinked
        ? html`<p class="unlinked">
            <span
              >${unlinked.isFailed ? terms.linkFailed(unlinked.name) : terms.unlinked(unlinked.name)}</span
            >
            ${
              unlinked.isFailed
                ? nothing
                : html`<button class="button undo" type="button" @click=${onUndo}>${terms.undo}</button>`
            }
          </p>`
        : nothing
    }
  </div>`;
}
