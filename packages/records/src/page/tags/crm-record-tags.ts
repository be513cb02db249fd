import { Announcer, CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces, type CrmTagPickedEvent } from '@crm-elements/ui';
import { CrmError } from '@crm-elements/core';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { renderCross } from '../../attachments/render-icons.js';
import { loadEditing } from '../../load-editing.js';
import { CrmRecordSavedEvent, CrmRecordSaveEvent } from '../events.js';
import { RecordElement } from '../record-element.js';
import { styles } from './crm-record-tags.styles.js';

/**
 * The tags of a record: shown, and for whoever may edit the record added by typing and taken away.
 *
 * @tagname crm-record-tags
 * @csspart tag - A tag.
 * @csspart remove - The button that takes a tag away.
 * @csspart add - The button that begins to add one.
 * @csspart fault - The words for what is wrong.
 * @fires {CrmRecordSaveEvent} crm-record-save - The reader wants to change the tags; can be cancelled.
 * @fires {CrmRecordSavedEvent} crm-record-saved - The tags were changed.
 */
export class CrmRecordTags extends RecordElement {
  static override styles = [CrmElement.styles, controls, surfaces, styles];

  /** Whether the reader may change them. */
  @property({ type: Boolean }) editable = false;

  @state() private isAdding = false;
  @state() private fault = '';

  readonly #announcer = new Announcer(this);

  protected override render(): TemplateResult | typeof nothing {
    const { tags } = this;
    if (tags.length === 0 && !this.editable) return nothing;
    const { words: terms } = this;
    return html`
      <div class="line">
        <ul class="tags" aria-label=${terms.tags}>
          ${repeat(
            tags,
            (tag) => tag,
            (tag) => this.renderTag(tag),
          )}
        </ul>
        ${this.editable ? this.renderAdd() : nothing}
      </div>
      ${this.fault && !this.isAdding ? html`<p class="fault" part="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `;
  }

  protected renderTag(tag: string): TemplateResult {
    const label = this.words.removeTag(tag);
    return html`<li class="chip" data-tone="accent" part="tag">
      <bdi>${tag}</bdi>${
        this.editable
          ? html`<button
              class="icon-button remove"
              type="button"
              part="remove"
              aria-label=${label}
              title=${label}
              @click=${() => void this.#remove(tag)}
            >
              ${renderCross()}
            </button>`
          : nothing
      }
    </li>`;
  }

  protected renderAdd(): TemplateResult {
    if (!this.isAdding)
      return html`<button
        class="button quiet add"
        type="button"
        part="add"
        @click=${() => void this.#begin()}
      >
        ${this.words.addTag}
      </button>`;
    return html`<crm-tag-picker
      module=${this.module}
      label=${this.words.addTag}
      label-hidden
      placeholder=${this.words.addTag}
      error=${this.fault}
      .chosen=${this.tags}
      .client=${this.client}
      @crm-tag-picked=${({ name }: CrmTagPickedEvent) => void this.#add(name)}
      @keydown=${this.#onKey}
      @focusout=${this.#onFocusOut}
    ></crm-tag-picker>`;
  }

  /** Names of the record's tags. */
  protected get tags(): readonly string[] {
    const tags = this.record.value?.data?.Tag;
    return (Array.isArray(tags) ? (tags as { name?: unknown }[]) : []).flatMap(({ name }) =>
      typeof name === 'string' ? name : [],
    );
  }

  async #begin(): Promise<void> {
    this.fault = '';
    this.isAdding = true;
    await loadEditing();
    await this.updateComplete;
    await this.#picker?.updateComplete;
    this.#picker?.focus();
  }

  get #picker() {
    return this.renderRoot.querySelector('crm-tag-picker');
  }

  async #end(): Promise<void> {
    this.isAdding = false;
    this.fault = '';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    void this.#end();
  };

  readonly #onFocusOut = () => {
    if (!this.fault && document.hasFocus()) this.isAdding = false;
  };

  async #add(name: string): Promise<void> {
    this.fault = '';
    if (await this.#change('add', name)) this.#announcer.say(() => this.words.tagAdded(name));
    else this.#picker?.restore(name);
  }

  async #remove(name: string): Promise<void> {
    this.fault = '';
    // The button goes with its tag.
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
    if (await this.#change('remove', name)) this.#announcer.say(() => this.words.tagRemoved(name));
  }

  async #change(change: 'add' | 'remove', name: string): Promise<boolean> {
    const { module, recordId, tags } = this;
    const next = change === 'add' ? [...tags, name] : tags.filter((tag) => tag !== name);
    if (!this.dispatchEvent(new CrmRecordSaveEvent(module, recordId, { Tag: next }))) return false;
    try {
      await this.record.source?.tag(change, name, next);
      this.dispatchEvent(new CrmRecordSavedEvent(module, recordId, { Tag: next }));
      return true;
    } catch (error) {
      this.fault = this.#faultIn(error);
      return false;
    }
  }

  #faultIn(error: unknown): string {
    const { words: terms, formats, editWords } = this;
    if (!(error instanceof CrmError)) return editWords.faults.server;
    const { limit, maximum_length: length } = error.details;
    if (typeof limit === 'number') return terms.mostTags(formats.number(limit), formats.plural(limit));
    if (typeof length === 'number')
      return editWords.limits.tooLong(formats.number(length), formats.plural(length));
    if (error.kind === 'offline' || error.kind === 'forbidden') return editWords.faults[error.kind];
    return editWords.faults.server;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-tags': CrmRecordTags;
  }
}
