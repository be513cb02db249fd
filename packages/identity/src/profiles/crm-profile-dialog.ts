import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FormDialog, type Faults } from '../shared/form-dialog.js';
import { renderDescription, renderName } from '../shared/render-naming.js';
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
    const { profiles: terms } = this.words;
    const naming = { terms, values: this.texts, faults: this.faults, onChange: this.#set };
    return html`
      ${this.asking?.hint ? html`<p class="text muted">${this.asking.hint}</p>` : nothing}
      ${renderName(naming, 50)} ${renderDescription(naming, 250)}
    `;
  }

  readonly #set = (texts: Partial<ProfileTexts>): void => {
    this.texts = { ...this.texts, ...texts };
    this.forgive(texts);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-profile-dialog': CrmProfileDialog;
  }
}
