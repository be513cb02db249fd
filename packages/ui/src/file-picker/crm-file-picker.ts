import { Announcer, CrmElement, formatBytes } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CrmFilesPickedEvent } from '../events.js';
import { FieldElement } from '../field/field-element.js';
import { controls } from '../styles/controls.js';
import { styles } from './crm-file-picker.styles.js';
import { judgeFiles, type FileFault } from './judge-files.js';

/**
 * Takes files: by the browser's own dialog, dropped or pasted. What may be given is told before.
 *
 * @tagname crm-file-picker
 * @csspart field - Label, zone and error.
 * @csspart label - The label.
 * @csspart zone - Where files are dropped.
 * @csspart refused - Why files were not taken.
 * @csspart fault - The words of an error.
 * @cssprop [--crm-accent] - Colour of the zone while files are over it.
 * @fires {CrmFilesPickedEvent} crm-files-picked - Files were chosen that can be taken.
 */
export class CrmFilePicker extends FieldElement {
  static override styles = [CrmElement.styles, controls, styles];

  /** Kinds of files, as of an `<input type=file>`: `.pdf,image/*`; any when empty. */
  @property() accept = '';

  /** Largest size of a file, in bytes; any when 0. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = 0;

  /** Several files can be chosen. */
  @property({ type: Boolean }) multiple = false;

  @state() private isOver = false;
  @state() private refused: readonly { file: File; fault: FileFault }[] = [];

  readonly #announcer = new Announcer(this);

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { files: terms } = this.words;
    const choose = this.multiple ? terms.choose : terms.chooseOne;
    return this.renderField(html`
      <div
        class="zone"
        part="zone"
        ?data-over=${this.isOver}
        @dragenter=${this.#onDrag}
        @dragover=${this.#onDrag}
        @dragleave=${this.#onDragLeave}
        @drop=${this.#onDrop}
        @paste=${this.#onPaste}
      >
        <button
          id="control"
          class="button"
          type="button"
          aria-label=${this.label ? `${this.label}: ${choose}` : choose}
          aria-describedby=${this.error ? 'limits fault' : 'limits'}
          ?disabled=${this.disabled}
          @click=${this.#choose}
        >
          ${choose}
        </button>
        <span class="muted" aria-hidden="true">${terms.drop}</span>
        <p class="hint" id="limits">${this.#limits}</p>
        <input
          type="file"
          hidden
          accept=${this.accept}
          ?multiple=${this.multiple}
          aria-label=${choose}
          @change=${this.#onChange}
        />
      </div>
      ${this.refused.length > 0 ? this.renderRefused() : nothing}
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
    `);
  }

  protected renderRefused(): TemplateResult {
    return html`<ul part="refused">
      ${this.refused.map((one) => html`<li class="fault">${this.#why(one)}</li>`)}
    </ul>`;
  }

  get #limits(): string {
    const { files: terms } = this.words;
    const size = this.maxBytes > 0 ? terms.limit(formatBytes(this.formats, this.maxBytes)) : '';
    const kinds = this.accept ? terms.kinds(this.accept.replaceAll(',', ' ')) : '';
    return [size, kinds].filter(Boolean).join(' · ');
  }

  #why({ file, fault }: { file: File; fault: FileFault }): string {
    const { files: terms } = this.words;
    if (fault === 'onlyOne') return terms.onlyOne;
    if (fault !== 'tooLarge') return terms[fault](file.name);
    const bytes = (count: number) => formatBytes(this.formats, count);
    return terms.tooLarge(file.name, bytes(file.size), bytes(this.maxBytes));
  }

  #take(files: Iterable<File> | undefined): void {
    const { taken, refused } = judgeFiles([...(files ?? [])], this);
    this.refused = refused;
    if (refused.length > 0) this.#announcer.say(() => this.refused.map((one) => this.#why(one)).join(' '));
    if (taken.length > 0) this.dispatchEvent(new CrmFilesPickedEvent(taken));
  }

  readonly #choose = (): void => this.renderRoot.querySelector('input')?.click();

  readonly #onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#take(input.files ?? undefined);
    // The same file can be chosen again.
    input.value = '';
  };

  readonly #onDrag = (event: DragEvent): void => {
    if (this.disabled || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = true;
  };

  readonly #onDragLeave = (event: DragEvent): void => {
    const zone = event.currentTarget as Element;
    if (!zone.contains(event.relatedTarget as Node | null)) this.isOver = false;
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.isOver = false;
    if (this.disabled) return;
    event.preventDefault();
    this.#take(event.dataTransfer?.files);
  };

  readonly #onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (this.disabled || !files?.length) return;
    event.preventDefault();
    this.#take(files);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-file-picker': CrmFilePicker;
  }
}
