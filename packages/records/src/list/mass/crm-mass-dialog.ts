import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces, type CrmUserPickedEvent, type PickedPerson } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ModuleMeta } from '../../fields/module-meta.js';
import { words, type Words } from '../i18n/index.js';
import { styles } from './crm-mass-dialog.styles.js';
import { CrmMassRunEvent } from './events.js';
import type { MassAction } from './mass-action.js';
import type { MassKind } from './mass-kind.js';

/**
 * Asks what is to be done with the selected records, and whether that is meant.
 *
 * @tagname crm-mass-dialog
 * @csspart dialog - The dialog.
 * @csspart fault - The words for what is missing.
 * @fires {CrmMassRunEvent} crm-mass-run - It is to be done.
 * @fires close - The dialog is closed.
 */
export class CrmMassDialog extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  @property({ attribute: false }) meta: ModuleMeta | undefined;
  @property({ attribute: false }) kind: MassKind = 'delete';
  /** How many records it is about. */
  @property({ type: Number }) count = 0;

  @state() private owner: PickedPerson | null = null;
  @state() private tags = '';
  @state() private isMissing = false;

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const terms = this.terms(words);
    const isDelete = this.kind === 'delete';
    return html`
      <dialog part="dialog" aria-labelledby="title" @close=${() => this.dispatchEvent(new Event('close'))}>
        <form method="dialog" novalidate @submit=${this.#submit}>
          <h2 id="title">${this.renderTitle(terms)}</h2>
          <p class="hint">${isDelete ? terms.deleteHint : this.#say(terms.forRecords)}</p>
          ${this.renderQuestion(terms)}
          <div class="actions">
            <button
              class="button"
              type="button"
              @click=${() => this.renderRoot.querySelector('dialog')?.close()}
            >
              ${terms.cancel}
            </button>
            <button class="button primary" type="submit" data-action="run">
              ${isDelete ? terms.delete : terms.apply}
            </button>
          </div>
        </form>
      </dialog>
    `;
  }

  protected renderTitle(terms: Words): string {
    const { update, owner, addTags, removeTags } = {
      update: terms.changeField,
      owner: terms.changeOwner,
      addTags: terms.addTags,
      removeTags: terms.removeTags,
    };
    if (this.kind === 'delete') return this.#say(terms.deleteTitle);
    return { update, owner, addTags, removeTags }[this.kind];
  }

  protected renderQuestion(terms: Words): TemplateResult | typeof nothing {
    switch (this.kind) {
      case 'owner':
        return html`<crm-user-picker
          kinds="user"
          required
          .client=${this.crm}
          .label=${terms.owner}
          .value=${this.owner}
          .error=${this.isMissing ? terms.required : ''}
          @crm-user-picked=${({ value }: CrmUserPickedEvent) => (this.owner = value)}
        ></crm-user-picker>`;
      case 'addTags':
      case 'removeTags':
        return this.renderTags(terms);
      default:
        return nothing;
    }
  }

  protected renderTags(terms: Words): TemplateResult {
    return html`<div class="field">
      <label class="required" for="tags">${terms.tags}</label>
      <input
        id="tags"
        autocomplete="off"
        dir="auto"
        .value=${this.tags}
        aria-required="true"
        aria-invalid=${this.isMissing}
        aria-describedby="tags-hint"
        @input=${(event: Event) => (this.tags = (event.target as HTMLInputElement).value)}
      />
      <p class=${this.isMissing ? 'fault' : 'hint'} part="fault" id="tags-hint">
        ${this.isMissing ? terms.required : terms.tagsHint}
      </p>
    </div>`;
  }

  /** What is asked for; undefined while something is missing. */
  get #action(): MassAction | undefined {
    const { kind, owner } = this;
    const tags = this.tags
      .split(/[,،]/)
      .map((tag) => tag.trim())
      .filter(Boolean);
    switch (kind) {
      case 'delete':
        return { type: 'delete' };
      case 'owner':
        return owner ? { type: 'update', values: { Owner: { id: owner.id } } } : undefined;
      case 'addTags':
      case 'removeTags':
        return tags.length > 0 ? { type: kind, tags } : undefined;
      default:
        return undefined;
    }
  }

  #say(text: Words['selected']): string {
    return text(this.formats.number(this.count), this.formats.plural(this.count));
  }

  readonly #submit = (event: Event) => {
    const action = this.#action;
    this.isMissing = action === undefined;
    if (!action) {
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>('crm-user-picker, input')?.focus();
      return;
    }
    this.dispatchEvent(new CrmMassRunEvent(action));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-mass-dialog': CrmMassDialog;
  }
}
