import type { ReadStore, Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { controls, type CrmRecordPickedEvent } from '@crm-elements/ui';
import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AnyReference } from '../draft.js';
import { words } from '../i18n/index.js';
import { styles } from './crm-any-record-picker.styles.js';
import { CrmAnyRecordPickedEvent } from './events.js';
import { createModulesStore, type TargetModule } from './modules-store.js';

/**
 * Picks a record of any module: first the module, then the record.
 *
 * @tagname crm-any-record-picker
 * @csspart module - The choice of a module.
 * @fires {CrmAnyRecordPickedEvent} crm-any-record-picked - The reader has picked a record, or none.
 */
export class CrmAnyRecordPicker extends CrmElement {
  static override styles = [CrmElement.styles, controls, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** Names the field. */
  @property() label = '';

  /** What is wrong with the value, shown at the field. */
  @property() error = '';

  @property({ type: Boolean }) required = false;

  /** The record that is picked, with its module. */
  @property({ attribute: false }) value: AnyReference | null = null;

  /** The module that the reader has chosen; until then that of the value. */
  @state() private chosen: string | undefined;

  readonly #modules = new StoreController<
    Resource<readonly TargetModule[]>,
    ReadStore<readonly TargetModule[]>
  >(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'lookup-modules',
        create: createModulesStore,
      },
  );

  protected override render(): TemplateResult {
    const { module } = this;
    const terms = this.terms(words);
    return html`<div class="pair">
      <select part="module" aria-label="${this.label}: ${terms.module}" @change=${this.#onModule}>
        ${this.#targets.map(
          ({ apiName, label }) =>
            html`<option value=${apiName} ?selected=${apiName === module}>${label}</option>`,
        )}
      </select>
      <crm-record-picker
        module=${module}
        label=${this.label}
        label-hidden
        error=${this.error}
        ?required=${this.required}
        .client=${this.client}
        .value=${this.value}
        @crm-record-picked=${this.#onPicked}
      ></crm-record-picker>
    </div>`;
  }

  /** API name of the module that records are picked from. */
  protected get module(): string {
    return this.chosen ?? this.value?.module.api_name ?? this.#targets[0]?.apiName ?? '';
  }

  /** What the value has stands there, whatever else may be chosen. */
  get #targets(): readonly TargetModule[] {
    const known = this.#modules.value?.data ?? [];
    const name = this.value?.module.api_name;
    if (!name || known.some(({ apiName }) => apiName === name)) return known;
    return [{ apiName: name, label: name }, ...known];
  }

  /** A record of another module is none of this one. */
  readonly #onModule = (event: Event) => {
    this.chosen = (event.target as HTMLSelectElement).value;
    if (this.value) this.#pick(null);
  };

  readonly #onPicked = (event: CrmRecordPickedEvent) => {
    event.stopPropagation();
    const { value } = event;
    this.chosen = this.module;
    this.#pick(value && { id: value.id, name: value.name, module: { api_name: this.module } });
  };

  #pick(value: AnyReference | null): void {
    this.value = value;
    this.dispatchEvent(new CrmAnyRecordPickedEvent(value));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-any-record-picker': CrmAnyRecordPicker;
  }
}
