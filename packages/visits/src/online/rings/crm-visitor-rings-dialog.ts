import type { FieldDescription } from '@crm-elements/contract';
import { toCrmError } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, surfaces, type CrmCriteriaChangedEvent } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { VisitorFieldsStore } from '../../shared/visitor-fields-store.js';
import { faultText } from '../actions/fault-text.js';
import { onlineWords, type OnlineWords } from '../i18n/index.js';
import { styles } from './crm-visitor-rings-dialog.styles.js';

type Texts = readonly (string | null)[];

/**
 * The dialog that changes which visitors stand in which ring, for the whole organization. What was changed stays when it
 * could not be saved.
 *
 * @tagname crm-visitor-rings-dialog
 * @csspart dialog - The dialog.
 * @csspart ring - The criteria of one ring.
 * @csspart fault - The words of an error.
 * @fires close - The dialog is closed.
 */
export class CrmVisitorRingsDialog extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];
  static override dictionaries = [...CrmElement.dictionaries, onlineWords];

  /** The criteria as they are, inmost first. */
  @property({ attribute: false }) texts: Texts = [];
  /** As they are where nobody has changed them. */
  @property({ attribute: false }) defaults: Texts = [];
  /** Saves the criteria; rejects with the reason. */
  @property({ attribute: false }) save: (texts: Texts) => Promise<void> = () => Promise.resolve();

  /** What the reader has made of them; undefined until they change something. */
  @state() private draft: Texts | undefined;
  @state() private fault: { text: string; ring: number | undefined } | undefined;
  @state() private isBusy = false;

  readonly #fields = new StoreController<readonly FieldDescription[] | undefined, VisitorFieldsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'visitor-fields',
        create: (client) => new VisitorFieldsStore(client),
      },
  );

  protected override firstUpdated(): void {
    this.#dialog?.showModal();
  }

  protected override render(): TemplateResult {
    const terms = this.terms(onlineWords);
    return html`
      <dialog part="dialog" aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('close'))}>
        <form novalidate @submit=${(event: SubmitEvent) => void this.#submit(event)}>
          <h2 class="heading" id="title">${terms.adjustRings}</h2>
          <p class="hint">${terms.adjustRingsHint}</p>
          ${(this.draft ?? this.texts).map((text, ring) => this.renderRing(text, ring, terms))}
          ${
            this.fault?.ring === undefined && this.fault
              ? html`<p class="fault" part="fault" role="alert">${this.fault.text}</p>`
              : nothing
          }
          <div class="buttons">
            <button class="button quiet defaults" type="button" @click=${this.#onReset}>
              ${terms.resetRings}
            </button>
            <button class="button" type="button" @click=${() => this.#dialog?.close()}>
              ${terms.cancel}
            </button>
            <button class="button primary" ?disabled=${this.isBusy}>${terms.save}</button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected renderRing(text: string | null, ring: number, terms: OnlineWords): TemplateResult {
    return html`<div class="ring" part="ring">
      <crm-criteria-editor
        label=${terms.ring[ring] ?? ''}
        .client=${this.crm}
        .fields=${this.#fields.value}
        .value=${text}
        @crm-criteria-changed=${({ value }: CrmCriteriaChangedEvent) => this.#change(ring, value)}
      ></crm-criteria-editor>
      ${text === null ? html`<p class="hint">${terms.ringOfEverybody}</p>` : nothing}
      ${
        this.fault?.ring === ring
          ? html`<p class="fault" part="fault" role="alert">${this.fault.text}</p>`
          : nothing
      }
    </div>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #change(ring: number, value: string | null): void {
    this.fault = undefined;
    this.draft = (this.draft ?? this.texts).map((text, place) => (place === ring ? value : text));
  }

  readonly #onReset = (): void => {
    this.fault = undefined;
    this.draft = this.defaults;
  };

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this.fault = undefined;
    const editors = [...this.renderRoot.querySelectorAll('crm-criteria-editor')];
    if (this.isBusy || editors.some((editor) => !editor.check())) return;
    this.isBusy = true;
    try {
      await this.save(this.draft ?? this.texts);
      this.#dialog?.close();
    } catch (error) {
      this.fault = this.#explain(error);
    }
    this.isBusy = false;
  }

  /** What the server has against one of the rings is said there. */
  #explain(thrown: unknown): { text: string; ring: number | undefined } {
    const error = toCrmError(thrown);
    const [first] = (error.details.errors ?? []) as { path?: string; message?: string }[];
    const ring = /^\/rings\/(\d)$/.exec(first?.path ?? '')?.[1];
    if (ring === undefined) return { text: faultText(error, this.terms(onlineWords)), ring: undefined };
    return { text: first?.message ?? error.message, ring: Number(ring) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-visitor-rings-dialog': CrmVisitorRingsDialog;
  }
}
