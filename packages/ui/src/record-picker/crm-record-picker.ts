import { uuid } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CrmRecordPickedEvent } from '../events.js';
import { PickerElement } from '../picker/picker-element.js';
import type { RecordOption } from './record-option.js';
import { RecordSearch, type FoundRecords } from './record-search.js';

/**
 * Picks a record of a module: the newest ones at once, others by the words that are typed.
 *
 * @tagname crm-record-picker
 * @csspart field - Label, control and error.
 * @csspart label - The label.
 * @csspart control - The input with its buttons.
 * @csspart clear - The button that picks none.
 * @csspart menu - The list of what was found.
 * @csspart option - One record of the list.
 * @csspart fault - The words of an error.
 * @cssprop [--crm-accent] - Colour of focus and of the active option.
 * @fires {CrmRecordPickedEvent} crm-record-picked - The reader has picked a record, or none.
 */
export class CrmRecordPicker extends PickerElement<RecordOption> {
  /** API name of the module. */
  @property() module = '';

  /** The record that is picked; an empty name is found by the id. */
  @property({ attribute: false }) override value: RecordOption | null = null;

  readonly #key = uuid();
  readonly #search = new StoreController<FoundRecords, RecordSearch>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `record-picker/${this.module}/${this.#key}`,
        create: (client) => new RecordSearch(client, this.module),
      },
  );

  protected override get found() {
    return this.#search.value?.options;
  }

  protected override get caption(): string {
    return this.words.recent;
  }

  protected override get pickedName(): string {
    const { value } = this;
    return value ? value.name || (this.#search.value?.names.get(value.id) ?? value.id) : '';
  }

  protected override updated(changed?: PropertyValues): void {
    super.updated();
    if (this.value && !this.value.name && (changed?.has('value') ?? true))
      void this.#search.source?.name(this.value.id);
  }

  protected override seek(text: string): void {
    this.#search.source?.search(text);
  }

  protected override announcePick(value: RecordOption | null): void {
    this.dispatchEvent(new CrmRecordPickedEvent(value && { id: value.id, name: value.name }));
  }

  protected override renderOption({ name, detail }: RecordOption): TemplateResult {
    return html`<span class="lines">
      <bdi class="name">${name}</bdi>
      ${detail ? html`<bdi class="muted">${detail}</bdi>` : nothing}
    </span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-picker': CrmRecordPicker;
  }
}
