import type { Resource } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CrmTagPickedEvent } from '../events.js';
import { PickerElement } from '../picker/picker-element.js';
import { tagOptions, type TagOption } from './tag-options.js';
import { TagsStore } from './tags-store.js';

/**
 * Picks a tag of a module, or names a new one.
 *
 * @tagname crm-tag-picker
 * @csspart field - Label, control and error.
 * @csspart label - The label.
 * @csspart control - The input with its buttons.
 * @csspart clear - The button that picks none.
 * @csspart menu - The list of what was found.
 * @csspart option - One tag of the list.
 * @csspart fault - The words of an error.
 * @fires {CrmTagPickedEvent} crm-tag-picked - The reader has picked a tag.
 */
export class CrmTagPicker extends PickerElement<TagOption> {
  /** API name of the module. */
  @property() module = '';

  /** Tags that are not offered. */
  @property({ attribute: false }) chosen: readonly string[] = [];

  /** Nothing stays picked: each choice adds one. */
  override value: TagOption | null = null;

  readonly #tags = new StoreController<Resource<readonly string[]>, TagsStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `tags/${this.module}`,
        create: (client) => new TagsStore(client, this.module),
      },
  );
  #options: { text: string; all: readonly string[]; found: Resource<readonly TagOption[]> } | undefined;

  /** What is typed stands there again: it was refused. */
  restore(text: string): void {
    this.typed = text;
  }

  protected override get found(): Resource<readonly TagOption[]> | undefined {
    const tags = this.#tags.value;
    if (!tags?.data) return tags as Resource<never> | undefined;
    const text = this.typed?.trim() ?? '';
    if (this.#options?.text !== text || this.#options.all !== tags.data) {
      const data = tagOptions(tags.data, this.chosen, text);
      this.#options = { text, all: tags.data, found: { ...tags, data } };
    }
    return this.#options.found;
  }

  protected override seek(text: string): void {
    if (text === '' || !this.#tags.value?.data) void this.#tags.source?.read();
  }

  protected override announcePick(tag: TagOption | null): void {
    this.value = null;
    this.#options = undefined;
    if (tag) this.dispatchEvent(new CrmTagPickedEvent(tag.name));
  }

  protected override renderOption({ name, isNew }: TagOption): TemplateResult {
    return html`<bdi class="name">${isNew ? this.words.newTag(name) : name}</bdi>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-tag-picker': CrmTagPicker;
  }
}
