import type { Conversation } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';

interface Header {
  terms: Words;
  conversation: Conversation | undefined;
  onEnd: () => void;
  /** Undefined where there is nothing to close. */
  onClose: (() => void) | undefined;
}

const cross = html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
  <path d="m5 5 10 10M15 5 5 15" stroke="currentColor" stroke-width="1.75" stroke-linecap="round"></path>
</svg>`;

/** Who one is talking to, and the ways out. */
export function renderHeader({ terms, conversation, onEnd, onClose }: Header): TemplateResult {
  const isGoingOn = conversation !== undefined && conversation.state !== 'ended';
  const name = conversation?.operator?.name;
  return html`
    <div class="header" part="header">
      <slot name="title"><h2 class="title">${name ? html`<bdi>${name}</bdi>` : terms.title}</h2></slot>
      ${
        isGoingOn
          ? html`<button class="quiet" part="end" type="button" @click=${onEnd}>${terms.end}</button>`
          : nothing
      }
      ${
        onClose
          ? html`<button
              class="close"
              part="close"
              type="button"
              aria-label=${terms.close}
              title=${terms.close}
              @click=${onClose}
            >
              ${cross}
            </button>`
          : nothing
      }
    </div>
  `;
}
