import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { onlineWords, type OnlineWords } from '../i18n/index.js';
import { styles } from './crm-visitor-prompt.styles.js';
import { faultText } from './fault-text.js';

/** Longest message of an invitation, characters. */
const MAX_TEXT = 500;

/**
 * The dialog that asks for the message of an invitation, or for the telephone number of a record. What was typed stays
 * when it could not be sent.
 *
 * @tagname crm-visitor-prompt
 * @csspart dialog - The dialog.
 * @csspart fault - The words of an error.
 * @fires close - The dialog is closed.
 */
export class CrmVisitorPrompt extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];
  static override dictionaries = [...CrmElement.dictionaries, onlineWords];

  @property() kind: 'invite' | 'phone' = 'invite';
  /** Whom it is about. */
  @property() name = '';
  /** Sends what was typed; rejects with the reason. */
  @property({ attribute: false }) send: (text: string) => Promise<void> = () => Promise.resolve();

  @state() private fault = '';
  @state() private isBusy = false;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const terms = this.terms(onlineWords);
    const isInvite = this.kind === 'invite';
    return html`
      <dialog part="dialog" aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('close'))}>
        <form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event)}>
          <h2 id="title">${isInvite ? terms.inviteName(this.name) : terms.addPhoneName(this.name)}</h2>
          <div class="field">
            <label for="text">${isInvite ? terms.inviteText : terms.phone}</label>
            ${isInvite ? this.renderText(terms) : this.renderPhone()}
            ${
              this.fault
                ? html`<p class="fault" part="fault" id="fault" role="alert">${this.fault}</p>`
                : isInvite
                  ? html`<p class="hint">${terms.inviteHint}</p>`
                  : nothing
            }
          </div>
          <div class="buttons">
            <button class="button" type="button" @click=${() => this.#dialog?.close()}>
              ${terms.cancel}
            </button>
            <button class="button primary" ?disabled=${this.isBusy}>
              ${isInvite ? terms.send : terms.save}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected renderText(terms: OnlineWords): TemplateResult {
    return html`<textarea
      id="text"
      name="text"
      maxlength=${MAX_TEXT}
      aria-invalid=${this.fault ? 'true' : 'false'}
      aria-describedby=${this.fault ? 'fault' : nothing}
      .defaultValue=${terms.inviteDraft}
    ></textarea>`;
  }

  protected renderPhone(): TemplateResult {
    return html`<input
      id="text"
      name="text"
      type="tel"
      dir="ltr"
      autocomplete="off"
      maxlength="30"
      aria-invalid=${this.fault ? 'true' : 'false'}
      aria-describedby=${this.fault ? 'fault' : nothing}
    />`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const terms = this.terms(onlineWords);
    const text = (this.#control?.value ?? '').trim();
    this.fault = text ? '' : terms.required;
    if (text && this.kind === 'phone' && !/^\+?[\d\s()./-]{4,}$/.test(text)) this.fault = terms.notPhone;
    if (this.fault) {
      this.#control?.focus();
      return;
    }
    this.isBusy = true;
    try {
      await this.send(text);
      this.#dialog?.close();
    } catch (error) {
      this.fault = faultText(error, terms);
      this.#control?.focus();
    }
    this.isBusy = false;
  }

  get #control(): HTMLInputElement | HTMLTextAreaElement | null {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>('#text');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visitor-prompt': CrmVisitorPrompt;
  }
}
