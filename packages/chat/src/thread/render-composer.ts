import type { MESSAGE_MAX_LENGTH } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Composer } from './composer.js';
import type { Words } from '../i18n/index.js';

const maxLength: typeof MESSAGE_MAX_LENGTH = 8_000;

const plane = html`<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
  <path
    d="M3 10.2 16.6 3.6 12.4 17l-2.8-5z"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linejoin="round"
  ></path>
</svg>`;

/** The line to write in. */
export function renderComposer(composer: Composer, terms: Words): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    void composer.submit();
  };
  return html`
    <form class="composer" part="composer" @submit=${submit}>
      <textarea
        part="input"
        rows="1"
        dir="auto"
        maxlength=${maxLength}
        enterkeyhint="send"
        placeholder=${terms.write}
        aria-label=${terms.write}
        .value=${live(composer.text)}
        @input=${composer.onInput}
        @keydown=${composer.onKeydown}
      ></textarea>
      <button
        class="send"
        part="send"
        type="submit"
        aria-label=${terms.send}
        title=${terms.send}
        ?data-idle=${!composer.text.trim()}
      >
        ${plane}
      </button>
    </form>
  `;
}
