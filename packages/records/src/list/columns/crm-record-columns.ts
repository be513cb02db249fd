import { CrmElement } from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldDescription, ModuleMeta } from '../../fields/module-meta.js';
import { renderColumns } from '../bar/render-icons.js';
import { toolStyles } from '../bar/tool.styles.js';
import { words, type Words } from '../i18n/index.js';
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

  @state() private searched = '';

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
        @toggle=${this.#place}
      >
        <div class="find">
          <input
            type="search"
            autocomplete="off"
            placeholder=${terms.findColumn}
            aria-label=${terms.findColumn}
            .value=${this.searched}
            @input=${(event: Event) => (this.searched = (event.target as HTMLInputElement).value)}
          />
        </div>
        ${this.renderFields(terms)}
        <div class="foot">
          <button class="button quiet" type="button" @click=${() => this.#choose(null)}>
            ${terms.resetColumns}
          </button>
        </div>
      </div>
    `;
  }

  /** The chosen ones in their order, then the others as the module has them. */
  protected renderFields(terms: Words): TemplateResult {
    const wanted = this.searched.trim().toLocaleLowerCase();
    const fields = [...(this.meta?.fields.values() ?? [])];
    const chosen = this.columns.flatMap((name) => this.meta?.fields.get(name) ?? []);
    const others = fields.filter((field) => !chosen.includes(field));
    const found = [...chosen, ...others].filter(({ field_label: label }) =>
      label.toLocaleLowerCase().includes(wanted),
    );
    if (found.length === 0) return html`<p class="hint">${terms.noColumn}</p>`;
    return html`<ul>
      ${repeat(
        found,
        ({ api_name }) => api_name,
        (field) => this.renderField(field, terms),
      )}
    </ul>`;
  }

  protected renderField(field: FieldDescription, terms: Words): TemplateResult {
    const { api_name: name, field_label: label } = field;
    const at = this.columns.indexOf(name);
    const isName = at === 0 && field === this.meta?.nameField;
    const move = (by: number, text: string, sign: string) => html`
      <button
        class="icon-button"
        type="button"
        aria-label=${text}
        data-by=${by}
        aria-disabled=${at + by < 1 || at + by >= this.columns.length}
        @click=${() => void this.#move(at, by)}
      >
        <span aria-hidden="true">${sign}</span>
      </button>
    `;
    return html`<li data-field=${name}>
      <label>
        <input type="checkbox" .checked=${at >= 0} ?disabled=${isName} @change=${() => this.#toggle(name)} />
        <bdi>${label}</bdi>
      </label>
      ${isName ? html`<span class="hint">${terms.alwaysFirst}</span>` : nothing}
      ${at > 0 ? html`${move(-1, terms.moveUp(label), '↑')} ${move(1, terms.moveDown(label), '↓')}` : nothing}
    </li>`;
  }

  #toggle(name: string): void {
    const isOn = this.columns.includes(name);
    this.#choose(isOn ? this.columns.filter((each) => each !== name) : [...this.columns, name]);
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

  readonly #place = ({ currentTarget, newState }: ToggleEvent) => {
    if (newState !== 'open') return;
    const choice = currentTarget as HTMLElement;
    placeBelow(choice, choice.previousElementSibling ?? this);
    choice.querySelector('input')?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-record-columns': CrmRecordColumns;
  }
}
