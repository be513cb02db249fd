import type { Resource } from '@crm-elements/core';
import { Announcer, CrmElement } from '@crm-elements/core/lit';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { FieldElement } from '../field/field-element.js';
import { isComposing } from '../field/is-composing.js';
import { Popup } from '../field/popup.js';
import { controls } from '../styles/controls.js';
import { more } from '../styles/more.js';
import { surfaces } from '../styles/surfaces.js';
import { activeAfter } from './active-option.js';
import { choice } from './choice.styles.js';
import { styles } from './picker.styles.js';
import { renderPopup } from './render-popup.js';

interface Option {
  id: string;
  name: string;
}

/** A combobox that searches while one types: the focus stays in the input, the arrow keys move through the options. */
export abstract class PickerElement<T extends Option> extends FieldElement {
  static override styles = [CrmElement.styles, controls, surfaces, more, choice, styles];
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  /** What is picked. */
  abstract value: T | null;

  /** Shown while nothing is picked. */
  @property() placeholder = '';

  /** What is being typed; undefined while the picked one stands there. */
  @state() protected typed: string | undefined;
  @state() private active = -1;

  readonly #popup: Popup = new Popup(this, {
    anchor: () => this.renderRoot.querySelector('.box'),
    popup: () => this.renderRoot.querySelector<HTMLElement>('.menu'),
  });
  readonly #announcer = new Announcer(this);
  #told: Resource<readonly T[]> | undefined;

  /** What was found for the last text. */
  protected abstract get found(): Resource<readonly T[]> | undefined;

  /** Looks for options. @param text what was typed; empty for the most likely ones */
  protected abstract seek(text: string): void;

  /** Tells the host what was picked. */
  protected abstract announcePick(value: T | null): void;

  /** The picked one's name, wherever it is known from. */
  protected get pickedName(): string {
    return this.value?.name ?? '';
  }

  protected override updated(): void {
    const { found } = this;
    if (!this.#popup.isOpen || found === this.#told) return;
    this.#told = found;
    if (found?.status === 'loading') return;
    // What was typed for is one key away.
    this.active = this.typed && this.#options.length > 0 ? 0 : -1;
    this.#announcer.say(() => this.#resultText());
  }

  protected override render(): TemplateResult {
    const options = this.#options;
    const isListed = this.#popup.isOpen && options.length > 0;
    return this.renderField(html`
      <div class="box" part="control" @focusout=${this.#onFocusOut}>
        ${this.typed === undefined && this.value ? this.renderMark(this.value) : nothing}
        <input
          id="control"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          dir="auto"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded=${isListed}
          aria-controls=${isListed ? 'list' : nothing}
          aria-activedescendant=${isListed && this.active >= 0 ? `option-${this.active}` : nothing}
          aria-label=${this.labelHidden ? this.label : nothing}
          aria-describedby=${this.describedBy}
          aria-invalid=${this.error ? 'true' : 'false'}
          aria-required=${this.required}
          placeholder=${this.placeholder}
          ?disabled=${this.disabled}
          .value=${live(this.typed ?? this.pickedName)}
          @focus=${this.#selectAll}
          @click=${this.#open}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
        />
        ${this.value && !this.disabled ? this.renderClear() : nothing}
        <span class="chevron" aria-hidden="true"></span>
      </div>
      ${renderPopup({
        found: this.found,
        options: this.#popup.isOpen ? options : [],
        caption: this.#text ? undefined : this.caption,
        terms: this.words,
        retry: () => this.seek(this.#text),
        list: () => this.#renderList(options),
      })}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `);
  }

  /** Over the options while nothing was typed. */
  protected get caption(): string | undefined {
    return undefined;
  }

  /** Before the picked one's name. */
  protected renderMark(_picked: T): TemplateResult | typeof nothing {
    return nothing;
  }

  protected abstract renderOption(option: T): TemplateResult;

  protected renderClear(): TemplateResult {
    return html`<button
      class="icon-button clear"
      type="button"
      part="clear"
      aria-label=${this.words.clear(this.label)}
      title=${this.words.clear(this.label)}
      @click=${this.#clear}
    >
      <span class="cross" aria-hidden="true"></span>
    </button>`;
  }

  #renderList(options: readonly T[]): TemplateResult {
    return html`<ul id="list" role="listbox" aria-label=${this.label || this.words.options}>
      ${repeat(
        options,
        ({ id }) => id,
        (option, index) =>
          // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the input has the focus and the keys
          html`<li
            id=${`option-${index}`}
            class="option"
            role="option"
            part="option"
            aria-selected=${index === this.active}
            ?data-picked=${option.id === this.value?.id}
            @pointerdown=${(event: Event) => event.preventDefault()}
            @click=${() => this.#pick(option)}
          >
            ${this.renderOption(option)}
          </li>`,
      )}
    </ul>`;
  }

  get #options(): readonly T[] {
    return this.found?.data ?? [];
  }

  get #text(): string {
    return this.typed?.trim() ?? '';
  }

  #resultText(): string {
    if (!this.#popup.isOpen) return '';
    if (this.found?.status === 'error') return this.words.searchFailed;
    const count = this.#options.length;
    return count === 0
      ? this.words.nothingFound
      : this.words.found(this.formats.number(count), this.formats.plural(count));
  }

  /** What is typed next replaces the picked one. */
  readonly #selectAll = (event: Event): void => (event.target as HTMLInputElement).select();

  readonly #open = (): void => {
    if (this.disabled || this.#popup.isOpen) return;
    this.#told = undefined;
    this.active = -1;
    this.#popup.open();
    this.seek(this.#text);
  };

  #close(): void {
    this.#popup.close();
    this.active = -1;
  }

  #pick(option: T): void {
    this.typed = undefined;
    this.#close();
    if (option.id === this.value?.id) return;
    this.value = option;
    this.announcePick(option);
  }

  readonly #clear = (): void => {
    this.typed = undefined;
    this.value = null;
    this.renderRoot.querySelector('input')?.focus();
    this.announcePick(null);
  };

  readonly #onInput = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    if (this.#popup.isOpen) this.seek(this.#text);
    else this.#open();
  };

  readonly #onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget && this.renderRoot.contains(event.relatedTarget as Node)) return;
    this.#close();
    // Who emptied the field wants nobody in it.
    if (this.typed === '' && this.value) {
      this.value = null;
      this.announcePick(null);
    }
    this.typed = undefined;
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const { isOpen } = this.#popup;
    if (event.key === 'Enter' && isOpen) this.#enter(event);
    else if (event.key === 'Escape' && (isOpen || this.typed !== undefined)) this.#escape(event);
    else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !isOpen) {
      event.preventDefault();
      this.#open();
    } else if (isOpen && !event.ctrlKey && !event.metaKey && !event.altKey) this.#move(event);
  };

  #enter(event: Event): void {
    event.preventDefault();
    const option = this.#options[this.active];
    if (option) this.#pick(option);
    else if (this.found?.status === 'error') this.seek(this.#text);
  }

  #escape(event: Event): void {
    // A dialog around it stays open.
    event.preventDefault();
    event.stopPropagation();
    if (this.#popup.isOpen) this.#close();
    else this.typed = undefined;
  }

  #move(event: KeyboardEvent): void {
    const active = activeAfter(event.key, this.active, this.#options.length);
    if (active === undefined) return;
    event.preventDefault();
    this.active = active;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(`#option-${active}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }
}
