import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FormDialog, type Faults } from '../shared/form-dialog.js';
import type { Named } from '../shared/named.js';
import { renderSelect } from '@crm-elements/ui';
import { renderDescription, renderName } from '../shared/render-naming.js';
import type { RoleValues } from './roles-store.js';

interface Editing {
  heading: string;
  action: string;
  values: RoleValues;
  /** Roles that it may be under; none for the one at the top, which stays there. */
  above: readonly Named[];
  /** @throws {CrmError} */
  save: (changes: Partial<RoleValues>) => Promise<void>;
}

const noValues: RoleValues = { name: '', description: '', reporting_to: '', share_with_peers: false };

/**
 * The form of a role: name, description, the role above it, and whether its users see each other's records.
 *
 * @tagname crm-role-dialog
 * @csspart dialog - The dialog.
 * @csspart field - A field with its label and what is wrong with it.
 */
export class CrmRoleDialog extends FormDialog {
  @state() private editing: Editing | undefined;
  @state() private values = noValues;

  /** Shows the form. */
  open(editing: Editing): Promise<void> {
    this.editing = editing;
    this.values = editing.values;
    return this.show();
  }

  protected override get isChanged(): boolean {
    return Object.keys(this.#changes).length > 0;
  }

  protected override get heading(): string {
    return this.editing?.heading ?? '';
  }

  protected override get submitLabel(): string {
    return this.editing?.action ?? '';
  }

  protected override check(): Faults {
    return this.values.name.trim() ? {} : { name: this.words.refusals.required };
  }

  protected override async submit(): Promise<void> {
    if (this.isChanged) await this.editing?.save(this.#changes);
  }

  protected override renderBody(): TemplateResult {
    const { roles: terms } = this.words;
    const { above = [] } = this.editing ?? {};
    const naming = { terms, values: this.values, faults: this.faults, onChange: this.#set };
    return html`
      ${renderName(naming, 200)}
      ${
        above.length > 0
          ? renderSelect({
              name: 'reporting_to',
              label: terms.reportsTo,
              value: this.values.reporting_to,
              fault: this.faults.reporting_to,
              options: above.map(({ id, name }) => ({ value: id, label: name })),
              isRequired: true,
              onChange: (id) => this.#set({ reporting_to: id }),
            })
          : nothing
      }
      ${renderDescription(naming, 250)}
      <div class="field">
        <label class="choice">
          <input
            type="checkbox"
            aria-describedby="peers-hint"
            .checked=${this.values.share_with_peers}
            @change=${(event: Event) =>
              this.#set({ share_with_peers: (event.target as HTMLInputElement).checked })}
          />
          ${terms.peers}
        </label>
        <p class="hint" id="peers-hint">${terms.peersHint}</p>
      </div>
    `;
  }

  /** What differs from before. */
  get #changes(): Partial<RoleValues> {
    const { name, description, ...others } = this.values;
    const values = { name: name.trim(), description: description.trim(), ...others };
    const before = this.editing?.values ?? noValues;
    const names = Object.keys(values) as (keyof RoleValues)[];
    return Object.fromEntries(
      names.filter((key) => values[key] !== before[key]).map((key) => [key, values[key]]),
    );
  }

  readonly #set = (values: Partial<RoleValues>): void => {
    this.values = { ...this.values, ...values };
    this.forgive(values);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-role-dialog': CrmRoleDialog;
  }
}
