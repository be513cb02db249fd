import type { Resource, ReadStore } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../../i18n/index.js';
import { renderEmpty } from '../../shared/render-empty.js';
// Loaded when it is asked for; templates are checked against it.
import type {} from '../../setup/codes/crm-code-sender.js';
import { styles } from './crm-visits-empty.styles.js';
import { createDiagnosisStore, type Diagnosis } from './diagnosis-store.js';
import { visitsWords } from '../i18n/index.js';

/**
 * What the Visits tab shows before any visit came: to those who may set the integration up, the likely cause as well,
 * and a way to send the code to the webmaster.
 *
 * @tagname crm-visits-empty
 * @csspart empty - The words.
 * @csspart send - The button that sends the code to the webmaster.
 * @csspart cause - The likely cause.
 * @csspart help - The link to the answers.
 */
export class CrmVisitsEmpty extends CrmElement {
  static override styles = [CrmElement.styles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words, visitsWords];

  /** Where causes and their remedies are told. */
  @property({ attribute: 'help-href' }) helpHref = '';

  readonly #diagnosis = new StoreController<Resource<Diagnosis>, ReadStore<Diagnosis>>(
    this,
    () => this.crm && { client: this.crm, key: 'visit-diagnosis', create: createDiagnosisStore },
  );

  protected override render(): TemplateResult {
    const { emptyVisits, emptyVisitsHint } = this.terms(words);
    const diagnosis = this.#diagnosis.value?.data;
    return html`${renderEmpty(emptyVisits, emptyVisitsHint)}
    ${diagnosis && !diagnosis.hasVisits ? this.renderDiagnosis(diagnosis) : nothing}`;
  }

  protected renderDiagnosis({ cause, code }: Diagnosis): TemplateResult {
    const terms = this.terms(visitsWords);
    return html`
      ${
        cause
          ? html`<p class="cause" part="cause"><strong>${terms.cause}</strong> ${terms.causes[cause]}</p>`
          : nothing
      }
      <div class="ways">
        ${
          code
            ? html`<button class="button" part="send" type="button" @click=${() => void this.#send()}>
                ${terms.sendToWebmaster}
              </button>`
            : nothing
        }
        ${
          this.helpHref
            ? html`<a class="help" part="help" href=${this.helpHref}>${terms.causesLink}</a>`
            : nothing
        }
      </div>
      ${
        code
          ? html`<crm-code-sender
              portal-id=${code.portalId}
              code-id=${code.id}
              .client=${this.client}
            ></crm-code-sender>`
          : nothing
      }
    `;
  }

  async #send(): Promise<void> {
    await import('./define-sender.js');
    await this.renderRoot.querySelector('crm-code-sender')?.open();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visits-empty': CrmVisitsEmpty;
  }
}
