import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { FormDialog, type Faults } from '../shared/form-dialog.js';
import { renderDescription, renderName } from '../shared/render-naming.js';
import './crm-source-picker.js';
import type { CrmSourcesPickedEvent } from '../events.js';
import type { Group, GroupValues } from './group.js';

interface Editing {
  /** Undefined for a new one. */
  group: Group | undefined;
  /** @throws {CrmError} */
  save: (values: GroupValues) => Promise<void>;
}

const noValues: GroupValues = { name: '', description: '', sources: [] };

/**
 * The form of a group: name, description, and who belongs to it.
 *
 * @tagname crm-group-dialog
 * @csspart dialog - The dialog.
 * @csspart field - A field with its label and what is wrong with it.
 */
export class CrmGroupDialog extends FormDialog {
  @state() private editing: Editing | undefined;
  @state() private values = noValues;

  /** Shows the form. */
  open(editing: Editing): Promise<void> {
    this.editing = editing;
    this.values = this.#before;
    return this.show();
  }

  protected override get isChanged(): boolean {
    return JSON.stringify(this.values) !== JSON.stringify(this.#before);
  }

  protected override get heading(): string {
    const { group } = this.editing ?? {};
    return group ? this.words.groups.edit(group.name) : this.words.groups.add;
  }

  protected override get submitLabel(): string {
    return this.words.save;
  }

  protected override check(): Faults {
    const { name, sources } = this.values;
    return {
      ...(!name.trim() && { name: this.words.refusals.required }),
      ...(sources.length === 0 && { sources: this.words.groups.sourcesNeeded }),
    };
  }

  protected override async submit(): Promise<void> {
    const { name, description, sources } = this.values;
    await this.editing?.save({ name: name.trim(), description: description.trim(), sources });
  }

  protected override renderBody(): TemplateResult {
    const { groups: terms } = this.words;
    const naming = { terms, values: this.values, faults: this.faults, onChange: this.#set };
    return html`
      ${renderName(naming, 100)}${renderDescription(naming, 500)}
      <div class="field">
        <span class="label required">${terms.sources}</span>
        <crm-source-picker
          id="sources"
          class=${this.faults.sources ? 'refused' : ''}
          .client=${this.crm}
          .value=${this.values.sources}
          .groupId=${this.editing?.group?.id ?? ''}
          .error=${this.faults.sources ?? ''}
          @crm-sources-picked=${({ value }: CrmSourcesPickedEvent) => this.#set({ sources: value })}
        ></crm-source-picker>
      </div>
    `;
  }

  get #before(): GroupValues {
    const { group } = this.editing ?? {};
    return group ? { name: group.name, description: group.description, sources: group.sources } : noValues;
  }

  readonly #set = (values: Partial<GroupValues>): void => {
    this.values = { ...this.values, ...values };
    this.forgive(values);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-group-dialog': CrmGroupDialog;
  }
}
