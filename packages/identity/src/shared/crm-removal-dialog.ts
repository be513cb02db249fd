import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FormDialog, type Faults } from './form-dialog.js';
import type { Named } from './named.js';
import { renderSelect } from '@crm-elements/ui';

/** What is to be removed. */
export interface Removal {
  heading: string;
  /** What it means. */
  text: string;
  action: string;
  /** Who takes over what the removed one has. */
  transfer?: { label: string; hint: string; options: readonly Named[] };
  /** @throws {CrmError} */
  run: (transferTo: string) => Promise<void>;
}

/**
 * Asks before something is removed, and who takes over what it has.
 *
 * @tagname crm-removal-dialog
 * @csspart dialog - The dialog.
 * @csspart field - The choice of who takes over.
 */
export class CrmRemovalDialog extends FormDialog {
  protected override readonly isDangerous = true;
  @state() private removal: Removal | undefined;
  @state() private transferTo = '';

  /** Asks. */
  open(removal: Removal): Promise<void> {
    this.removal = removal;
    this.transferTo = removal.transfer?.options[0]?.id ?? '';
    return this.show();
  }

  protected override get isChanged(): boolean {
    return false;
  }

  protected override get heading(): string {
    return this.removal?.heading ?? '';
  }

  protected override get submitLabel(): string {
    return this.removal?.action ?? '';
  }

  protected override check(): Faults {
    return this.removal?.transfer && !this.transferTo ? { transfer: this.words.refusals.required } : {};
  }

  protected override async submit(): Promise<void> {
    await this.removal?.run(this.transferTo);
  }

  protected override renderBody(): TemplateResult {
    const { text, transfer } = this.removal ?? {};
    return html`<p class="text">${text}</p>
      ${
        transfer
          ? renderSelect({
              name: 'transfer',
              label: transfer.label,
              hint: transfer.hint,
              value: this.transferTo,
              fault: this.faults.transfer,
              options: transfer.options.map(({ id, name }) => ({ value: id, label: name })),
              onChange: (id) => (this.transferTo = id),
            })
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-removal-dialog': CrmRemovalDialog;
  }
}
