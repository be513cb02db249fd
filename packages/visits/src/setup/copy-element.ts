import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { renderIcon } from './render-icon.js';
import { SetupElement } from './setup-element.js';

/** How long the button says that it has copied, ms. */
const STAY = 3_000;

/** A part of the set-up that hands out text to copy. */
export abstract class CopyElement extends SetupElement {
  /** What was copied last. */
  @state() private copied: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.copied = undefined;
  }

  protected renderCopy(text: string): TemplateResult {
    const { copy: terms } = this.words;
    const isCopied = this.copied === text;
    return html`
      <button class="button" type="button" @click=${() => void this.#copy(text)}>
        ${renderIcon(isCopied ? 'done' : 'copy')} ${isCopied ? terms.copied : terms.copy}
      </button>
      <span class="visually-hidden" role="status">${isCopied ? terms.copied : ''}</span>
    `;
  }

  async #copy(text: string): Promise<void> {
    this.complaint = '';
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      this.complaint = this.words.copy.failed;
      return;
    }
    this.copied = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.copied = undefined), STAY);
  }
}
