import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces, type CrmCriteriaChangedEvent } from '@crm-elements/ui';
import { html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ModuleMeta } from '../../fields/module-meta.js';
import { dialogStyles } from '../dialog/dialog.styles.js';
import { renderDialog } from '../dialog/render-dialog.js';
import { words } from '../i18n/index.js';
import { styles } from './crm-record-filter.styles.js';
import { CrmFilterApplyEvent } from './events.js';

/**
 * The dialog in which a reader says which records of a list are to be shown.
 *
 * @tagname crm-record-filter
 * @csspart dialog - The dialog.
 * @fires {CrmFilterApplyEvent} crm-filter-apply - The list is to be filtered, or to be whole again.
 * @fires close - The dialog is closed.
 */
export class CrmRecordFilter extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, dialogStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  @property({ attribute: false }) meta: ModuleMeta | undefined;
  /** The filter in force; null for none. */
  @property({ attribute: false }) criteria: string | null = null;

  /** Undefined until something was changed. */
  @state() private changed: string | null | undefined;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const terms = this.terms(words);
    const { meta } = this;
    return renderDialog({
      title: terms.filterTitle(meta?.plural ?? ''),
      label: terms.apply,
      cancel: terms.cancel,
      content: html`<crm-criteria-editor
        label-hidden
        .client=${this.crm}
        .module=${meta?.apiName ?? ''}
        .fields=${[...(meta?.fields.values() ?? [])]}
        .label=${terms.filter}
        .value=${this.criteria}
        @crm-criteria-changed=${({ value }: CrmCriteriaChangedEvent) => (this.changed = value)}
      ></crm-criteria-editor>`,
      aside: html`<button
        class="button quiet clear"
        type="button"
        ?hidden=${this.criteria === null}
        @click=${this.#clear}
      >
        ${terms.clearFilter}
      </button>`,
      onSubmit: this.#submit,
      onClose: () => this.dispatchEvent(new Event('close')),
    });
  }

  #apply(criteria: string | null): void {
    this.dispatchEvent(new CrmFilterApplyEvent(criteria));
  }

  readonly #clear = () => {
    this.#apply(null);
    this.renderRoot.querySelector('dialog')?.close();
  };

  readonly #submit = (event: Event) => {
    const isSound = this.renderRoot.querySelector('crm-criteria-editor')?.check() ?? true;
    if (isSound) this.#apply(this.changed === undefined ? this.criteria : this.changed);
    else event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-filter': CrmRecordFilter;
  }
}
