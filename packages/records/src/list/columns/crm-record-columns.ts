import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ModuleMeta } from '../../fields/module-meta.js';
import { renderColumns } from '../bar/render-icons.js';
import { toolStyles } from '../bar/tool.styles.js';
import { words, type Words } from '../i18n/index.js';
import { LazyPart } from '../lazy-part.js';
import { placeBelow } from '../place-below.js';
import { styles } from './crm-record-columns.styles.js';
import { CrmColumnsChooseEvent } from './events.js';

/**
 * The choice of a list's columns and of their order; the name of the record always comes first.
 *
 * @tagname crm-record-columns
 * @csspart choose - The button that opens the choice.
 * @csspart choice - The choice.
 * @fires {CrmColumnsChooseEvent} crm-columns-choose - Other columns are wanted.
 */
export class CrmRecordColumns extends CrmElement {
  static override styles = [CrmElement.styles, controls, surfaces, toolStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** The module whose fields can be chosen. */
  @property({ attribute: false }) meta: ModuleMeta | undefined;
  /** API names of the columns, in order. */
  @property({ attribute: false }) columns: readonly string[] = [];

  @state() private isOpen = false;
  @state() private searched = '';

  readonly #choice = new LazyPart(this, () => import('./render-choice.js'));
  #isNew = false;

  protected override updated(): void {
    const choice = this.renderRoot.querySelector<HTMLElement>('.menu');
    const input = choice?.querySelector('input');
    if (!this.#isNew || !choice || !input) return;
    this.#isNew = false;
    placeBelow(choice, choice.previousElementSibling ?? this);
    input.focus();
  }

  protected override render() {
    const terms = this.terms(words);
    return html`
      <button class="button tool" part="choose" type="button" popovertarget="choice" ?disabled=${!this.meta}>
        ${renderColumns()}<span class="label">${terms.columns}</span>
      </button>
      <div
        id="choice"
        class="menu"
        part="choice"
        popover
        role="dialog"
        aria-label=${terms.columns}
        @toggle=${this.#toggle}
      >
        ${this.isOpen ? this.renderChoice(terms) : nothing}
      </div>
    `;
  }

  /** What can be chosen, once it is loaded. */
  protected renderChoice(terms: Words): unknown {
    const { meta, columns, searched } = this;
    return this.#choice.value?.renderChoice({
      meta,
      columns,
      searched,
      terms,
      onSearch: (text) => (this.searched = text),
      onChoose: (next) => this.#choose(next),
      onMove: (at, by) => void this.#move(at, by),
    });
  }

  async #move(at: number, by: number): Promise<void> {
    const moved = this.columns[at];
    if (moved === undefined || at + by < 1 || at + by >= this.columns.length) return;
    this.#choose(this.columns.toSpliced(at, 1).toSpliced(at + by, 0, moved));
    // The row moves in the page, and a button that is moved loses the focus.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    this.renderRoot.querySelector<HTMLElement>(`[data-field='${moved}'] [data-by='${by}']`)?.focus();
  }

  #choose(columns: readonly string[] | null): void {
    this.dispatchEvent(new CrmColumnsChooseEvent(columns));
  }

  readonly #toggle = ({ newState }: ToggleEvent) => {
    this.isOpen = newState === 'open';
    this.#isNew = this.isOpen;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-columns': CrmRecordColumns;
  }
}
