import type { CriteriaFault } from '@crm-elements/contract/criteria';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../i18n/index.js';

interface TextView {
  text: string;
  terms: Words['criteria'];
  disabled: boolean;
  fault: CriteriaFault | undefined;
  /** Rows can show it. */
  hasRows: boolean;
  onInput: (text: string) => void;
  onCheck: () => void;
  onRows: () => void;
}

/** The criteria as text, for what rows cannot show. */
export function renderText({ text, terms, disabled, fault, hasRows, ...on }: TextView): TemplateResult {
  return html`
    <textarea
      class="code"
      part="text"
      rows="4"
      dir="ltr"
      spellcheck="false"
      aria-label=${terms.text}
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby=${fault ? 'text-fault' : 'text-hint'}
      ?disabled=${disabled}
      .value=${live(text)}
      @input=${(event: Event) => on.onInput((event.target as HTMLTextAreaElement).value)}
      @change=${on.onCheck}
    ></textarea>
    ${
      fault
        ? html`<p class="fault" id="text-fault" part="fault">${terms.textFaults[fault]}</p>`
        : html`<p class="hint" id="text-hint">${hasRows ? terms.textHint : terms.textOnly}</p>`
    }
    <div class="foot">
      ${
        hasRows
          ? html`<button class="button quiet switch" type="button" ?disabled=${disabled} @click=${on.onRows}>
              ${terms.asRows}
            </button>`
          : nothing
      }
    </div>
  `;
}
