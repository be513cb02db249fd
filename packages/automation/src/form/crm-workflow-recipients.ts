import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces, type CrmUserPickedEvent } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { EmailAlertDraft } from '../draft/action-draft.js';
import { CrmRecipientsChangedEvent } from '../events.js';
import { words } from '../i18n/index.js';
import { renderIcon } from '../render-icon.js';
import { styles } from './crm-workflow-recipients.styles.js';

type Recipients = EmailAlertDraft['to'];
type Recipient = Recipients[number];

const keyOf = (recipient: Recipient) => JSON.stringify(recipient);

/**
 * Who gets a mail: the record, its owner, users, addresses.
 *
 * @tagname crm-workflow-recipients
 * @csspart recipient - One who gets the mail.
 * @csspart fault - The words of an error.
 * @fires {CrmRecipientsChangedEvent} crm-recipients-changed - Somebody was added or removed.
 */
export class CrmWorkflowRecipients extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  @property({ attribute: false }) value: Recipients = [];

  /** The record has an address of its own. */
  @property({ type: Boolean, attribute: 'has-email' }) hasEmail = false;

  /** What is wrong with the recipients, shown at the field. */
  @property() error = '';

  @state() private isBadAddress = false;
  /** Names of the users that were picked here. */
  @state() private names: ReadonlyMap<string, string> = new Map();

  @query('input[type=email]') private readonly address!: HTMLInputElement;
  @query('input') private readonly first!: HTMLInputElement | null;

  override focus(options?: FocusOptions): void {
    this.first?.focus(options);
  }

  protected override render() {
    const { form } = this.terms(words);
    return html`
      <fieldset aria-describedby=${this.error ? 'fault' : nothing}>
        <legend class="label required">${form.to}</legend>
        ${this.hasEmail || this.#has('record') ? this.renderChoice('record', form.toRecord) : nothing}
        ${this.renderChoice('owner', form.recordOwner)}
        ${this.value.map((recipient) => (typeof recipient === 'string' ? nothing : this.renderRecipient(recipient)))}
        <div class="adders">
          <crm-user-picker
            label=${form.toUser}
            .client=${this.client}
            .value=${null}
            @crm-user-picked=${this.#onUser}
          ></crm-user-picker>
          ${this.renderAddress()}
        </div>
      </fieldset>
      ${this.error ? html`<p class="fault" id="fault" part="fault">${this.error}</p>` : nothing}
    `;
  }

  protected renderChoice(recipient: 'record' | 'owner', label: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${this.#has(recipient)}
        @change=${(event: Event) =>
          (event.target as HTMLInputElement).checked ? this.#add(recipient) : this.#remove(recipient)}
      />
      ${label}
    </label>`;
  }

  protected renderRecipient(recipient: Exclude<Recipient, string>): TemplateResult {
    const remove = this.terms(words).form.removeRecipient;
    const address = 'email' in recipient ? recipient.email : (this.names.get(recipient.user) ?? '');
    return html`<div class="recipient" part="recipient">
      ${
        'email' in recipient
          ? html`<bdi>${address}</bdi>`
          : html`<crm-user-picker
              label=${this.terms(words).form.user}
              label-hidden
              .client=${this.client}
              .value=${{ type: 'user', id: recipient.user, name: address }}
              @crm-user-picked=${(event: CrmUserPickedEvent) => this.#replace(recipient, event)}
            ></crm-user-picker>`
      }
      <button
        class="icon-button"
        type="button"
        title=${remove(address)}
        aria-label=${remove(address)}
        @click=${() => this.#remove(recipient)}
      >
        ${renderIcon('remove')}
      </button>
    </div>`;
  }

  protected renderAddress(): TemplateResult {
    const { form } = this.terms(words);
    return html`<div class="field">
      <label for="address">${form.toAddress}</label>
      <div class="line">
        <input
          id="address"
          type="email"
          maxlength="100"
          autocomplete="off"
          aria-invalid=${this.isBadAddress ? 'true' : nothing}
          aria-describedby=${this.isBadAddress ? 'address-fault' : nothing}
          @keydown=${this.#onKey}
        />
        <button class="button" type="button" @click=${this.#addAddress}>${form.add}</button>
      </div>
      ${this.isBadAddress ? html`<p class="fault" id="address-fault" role="alert">${form.badAddress}</p>` : nothing}
    </div>`;
  }

  readonly #onUser = (event: CrmUserPickedEvent) => {
    event.stopPropagation();
    const { value } = event;
    if (!value) return;
    this.names = new Map(this.names).set(value.id, value.name);
    this.#add({ user: value.id });
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    // The form around it is not sent by an address.
    event.preventDefault();
    this.#addAddress();
  };

  readonly #addAddress = () => {
    const email = this.address.value.trim();
    this.isBadAddress = !email || !this.address.checkValidity();
    if (this.isBadAddress) {
      this.address.focus();
      return;
    }
    this.address.value = '';
    this.address.focus();
    this.#add({ email });
  };

  #has(recipient: Recipient): boolean {
    return this.value.some((one) => keyOf(one) === keyOf(recipient));
  }

  #replace(recipient: Recipient, event: CrmUserPickedEvent): void {
    event.stopPropagation();
    const { value } = event;
    if (!value) this.#remove(recipient);
    else this.#write(this.value.map((one) => (keyOf(one) === keyOf(recipient) ? { user: value.id } : one)));
  }

  #add(recipient: Recipient): void {
    if (!this.#has(recipient)) this.#write([...this.value, recipient]);
  }

  #remove(recipient: Recipient): void {
    this.#write(this.value.filter((one) => keyOf(one) !== keyOf(recipient)));
  }

  #write(value: Recipients): void {
    this.value = value;
    this.dispatchEvent(new CrmRecipientsChangedEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-workflow-recipients': CrmWorkflowRecipients;
  }
}
