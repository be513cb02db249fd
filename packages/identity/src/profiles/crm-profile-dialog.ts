import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FormDialog, type Faults } from '../shared/form-dialog.js';
import { renderTextArea, renderTextField } from '../shared/render-field.js';
import type { ProfileTexts } from './profiles-store.js';

/** What is asked for. */
interface Asking {
  heading: string;
  action: string;
  hint?: string;
  texts: ProfileTexts;
  /** @throws {CrmError} */
  save: (texts: ProfileTexts) => Promise<void>;
}

/**
 * Asks for the name and the description of a profile: of a copy, or of one that is renamed.
 *
 * @tagname crm-profile-dialog
 * @csspart dialog - The dialog.
 * @csspart field - A field with its label and what is wrong with it.
 */
export class CrmProfileDialog extends FormDialog {
  @state() private asking: Asking | undefined;
  @state() private texts: ProfileTexts = { name: '', description: '' };

  /** Shows the form. */
  open(asking: Asking): Promise<void> {
    this.asking = asking;
    this.texts = asking.texts;
    return this.show();
  }

  protected override get isChanged(): boolean {
    const before = this.asking?.texts;
    return before?.name !== this.texts.name || before.description !== this.texts.description;
  }

  protected override get heading(): string {
    return this.asking?.heading ?? '';
  }

  protected override get submitLabel(): string {
    return this.asking?.action ?? '';
  }

  protected override check(): Faults {
    return this.texts.name.trim() ? {} : { name: this.words.refusals.required };
  }

  protected override async submit(): Promise<void> {
    const { name, description } = this.texts;
    await this.asking?.save({ name: name.trim(), description: description.trim() });
  }

  protected override renderBody(): TemplateResult {
    const { name, description } = this.words.profiles;
    return html`
      ${this.asking?.hint ? html`<p class="text muted">${this.asking.hint}</p>` : nothing}
      ${renderTextField({
        name: 'name',
        label: name,
        value: this.texts.name,
        fault: this.faults.name,
        maxLength: 50,
        isRequired: true,
        onChange: (value) => this.#set({ name: value }),
      })}
      ${renderTextArea({
        name: 'description',
        label: description,
        value: this.texts.description,
        fault: this.faults.description,
        maxLength: 250,
        onChange: (value) => this.#set({ description: value }),
      })}
    `;
  }

  #set(texts: Partial<ProfileTexts>): void {
    this.texts = { ...this.texts, ...texts };
    this.faults = {};
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-profile-dialog': CrmProfileDialog;
  }
}
