import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { splitLines } from '../configuration-draft.js';
import { renderTextArea, renderTextField } from '@crm-elements/ui';
import { SetupElement } from '../setup-element.js';

/** How many get one mail at most. */
const MOST = 5;

/**
 * The dialog that mails an embed code, and how to paste it, to the webmaster. What was typed stays when it is closed.
 *
 * @tagname crm-code-sender
 * @csspart dialog - The dialog.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmCodeSender extends SetupElement {
  /** Id of the portal. */
  @property({ attribute: 'portal-id' }) portalId = '';
  /** Id of the code. */
  @property({ attribute: 'code-id' }) codeId = '';

  @state() private isOpen = false;
  @state() private to = '';
  @state() private note = '';
  /** How many mails left; undefined before. */
  @state() private sent: number | undefined;
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  /** Shows the dialog. */
  async open(): Promise<void> {
    this.isOpen = true;
    this.sent = undefined;
    this.refuse({});
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
    this.renderRoot.querySelector<HTMLElement>('#to')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="title" @close=${() => (this.isOpen = false)}>
      ${this.isOpen ? (this.sent === undefined ? this.renderForm() : this.renderSent(this.sent)) : nothing}
    </dialog>`;
  }

  protected renderForm(): TemplateResult {
    const { words, faults } = this;
    const { send: terms } = words;
    return html`
      <form class="form" novalidate @submit=${this.#onSubmit}>
        <div>
          <h2 class="heading" id="title">${terms.title}</h2>
          <p class="hint">${terms.hint}</p>
        </div>
        ${renderTextField({
          name: 'to',
          label: terms.to,
          hint: terms.toHint,
          value: this.to,
          maxLength: 510,
          isLtr: true,
          inputMode: 'email',
          isRequired: true,
          fault: faults.to,
          onChange: (to) => (this.to = to),
        })}
        ${renderTextArea({
          name: 'note',
          label: terms.note,
          value: this.note,
          maxLength: 2_000,
          fault: faults.note,
          onChange: (note) => (this.note = note),
        })}
        ${this.renderComplaint()}
        <div class="actions end">
          <button class="button" type="button" @click=${() => this.dialog.close()}>${words.cancel}</button>
          <button class="button primary" type="submit" aria-busy=${this.isBusy}>${terms.submit}</button>
        </div>
      </form>
    `;
  }

  protected renderSent(count: number): TemplateResult {
    const { words, formats } = this;
    return html`
      <form class="form" method="dialog">
        <h2 class="heading" id="title">${words.send.title}</h2>
        <p class="done" role="status">${words.send.sent(formats.number(count), formats.plural(count))}</p>
        <div class="actions end"><button class="button primary close">${words.close}</button></div>
      </form>
    `;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const to = splitLines(this.to);
    const isSound = to.length > 0 && to.length <= MOST && to.every((one) => /^[^@]+@[^@]+$/.test(one));
    if (this.refuse(isSound ? {} : { to: this.words.refusals.fields.to })) return;
    const note = this.note.trim();
    const letter = { to, ...(note && { note }) };
    const isDone = await this.attempt(async (store) => {
      this.sent = await store.send(this.portalId, this.codeId, letter);
    });
    if (!isDone) return;
    this.to = '';
    this.note = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.close')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-code-sender': CrmCodeSender;
  }
}
