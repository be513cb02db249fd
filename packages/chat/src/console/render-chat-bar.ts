import type { Conversation } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleWords } from '../i18n/console/index.js';

interface Bar {
  terms: ConsoleWords;
  conversation: Conversation | undefined;
  onBack: () => void;
  /** Only where there is no room for all panes. */
  isVisitorShown: boolean;
  onVisitor: () => void;
  /** Undefined where it is not the operator's to end. */
  onEnd: (() => void) | undefined;
}

const arrow = html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
  <path
    d="m12 5-5 5 5 5"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
  ></path>
</svg>`;

/** Whose conversation it is, the way back on a narrow page, and the end. */
export function renderChatBar(bar: Bar): TemplateResult {
  const { terms, conversation, isVisitorShown, onBack, onVisitor, onEnd } = bar;
  return html`<div class="bar" part="bar">
    <button class="back" type="button" aria-label=${terms.back} title=${terms.back} @click=${onBack}>
      ${arrow}
    </button>
    <h2 class="title"><bdi>${conversation?.visitor.name ?? terms.visitor}</bdi></h2>
    <button
      class="button about"
      type="button"
      aria-pressed=${isVisitorShown ? 'true' : 'false'}
      @click=${onVisitor}
    >
      ${terms.about}
    </button>
    ${
      onEnd
        ? html`<button class="button" part="end" type="button" @click=${onEnd}>${terms.end}</button>`
        : nothing
    }
  </div>`;
}
