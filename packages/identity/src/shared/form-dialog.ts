import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { words, type Words } from '../i18n/index.js';
import { choiceStyles } from './choice.styles.js';
import { dialogStyles } from './dialog.styles.js';
import { leavingStyles } from './leaving.styles.js';
import { explain, type Refusal } from './refusal.js';
import { renderLeaving } from './render-leaving.js';

/** A field that is refused; one that is an element of ours says it by its class. */
const REFUSED = '[aria-invalid=true], .refused';

/** What is wrong, by the name of the field. */
export type Faults = Readonly<Record<string, string>>;

/** A form in a dialog: what was typed stays when it is refused, and leaving it unsaved asks first. */
export abstract class FormDialog extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, choiceStyles, leavingStyles, dialogStyles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  @state() protected isOpen = false;
  @state() protected isBusy = false;
  /** Leaving with changes was asked for. */
  @state() private isLeaving = false;
  @state() protected faults: Faults = {};
  /** Why the whole was refused. */
  @state() protected complaint = '';
  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected get words(): Words {
    return this.terms(words);
  }

  /** True when something was typed that would be lost. */
  protected abstract get isChanged(): boolean;
  protected abstract get heading(): string;
  protected abstract get submitLabel(): string;
  /** What is asked for cannot be undone. */
  protected readonly isDangerous: boolean = false;
  protected abstract renderBody(): TemplateResult;
  /** What is wrong before anything is sent. */
  protected check(): Faults {
    return {};
  }
  /** @throws {CrmError} when it is refused */
  protected abstract submit(): Promise<void>;

  /** Shows the form; the subclass has set its values. */
  protected async show(): Promise<void> {
    this.isOpen = true;
    this.isBusy = false;
    this.isLeaving = false;
    this.faults = {};
    this.complaint = '';
    await this.updateComplete;
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** What is changed is no longer what was refused. */
  protected forgive(values: object): void {
    this.faults = Object.fromEntries(Object.entries(this.faults).filter(([name]) => !(name in values)));
  }

  protected override render(): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      @cancel=${(event: Event) => this.#leave(event)}
      @close=${() => (this.isOpen = false)}
    >
      ${this.isOpen ? this.renderForm() : nothing}
    </dialog>`;
  }

  protected renderForm(): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => void this.#submit(event)}>
      <h2 id="heading" class="heading">${this.heading}</h2>
      ${this.renderBody()}
      ${this.complaint ? html`<p class="complaint" role="alert">${this.complaint}</p>` : nothing}
      ${this.isLeaving ? this.renderLeaving() : this.renderActions()}
    </form>`;
  }

  protected renderActions(): TemplateResult {
    return html`<div class="actions end">
      <button class="button" type="button" @click=${(event: Event) => this.#leave(event)}>
        ${this.words.cancel}
      </button>
      <button
        class=${this.isDangerous ? 'button destructive' : 'button primary'}
        type="submit"
        aria-busy=${this.isBusy}
      >
        ${this.submitLabel}
      </button>
    </div>`;
  }

  protected renderLeaving(): TemplateResult {
    return renderLeaving({
      terms: this.words,
      onDiscard: () => this.dialog.close(),
      onKeep: () => (this.isLeaving = false),
    });
  }

  #leave(event: Event): void {
    if (this.isChanged && !this.isLeaving) {
      event.preventDefault();
      this.isLeaving = true;
      void this.#focus('.keep');
    } else this.dialog.close();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy) return;
    this.complaint = '';
    this.faults = this.check();
    if (Object.keys(this.faults).length > 0) return this.#focus(REFUSED);
    this.isBusy = true;
    try {
      await this.submit();
      this.dialog.close();
    } catch (error) {
      this.#tell(explain(error, this.words.refusals, this.formats));
      await this.#focus(REFUSED);
    } finally {
      this.isBusy = false;
    }
  }

  #tell({ field, text }: Refusal): void {
    const isShown = field !== undefined && this.renderRoot.querySelector(`#${field}`) !== null;
    if (isShown) this.faults = { [field]: text };
    else this.complaint = text;
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
