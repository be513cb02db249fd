import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { FieldDescription, ModuleMeta } from '../../fields/module-meta.js';
import type { Words } from '../i18n/index.js';

interface Choice {
  meta: ModuleMeta | undefined;
  /** API names of the columns, in order. */
  columns: readonly string[];
  searched: string;
  terms: Words;
  onSearch: (text: string) => void;
  onChoose: (columns: readonly string[] | null) => void;
  /** The column at a place is to go this far. */
  onMove: (at: number, by: number) => void;
}

/** The fields of a module, to be ticked and put in order. */
export const renderChoice = (choice: Choice): TemplateResult => html`
  <div class="find">
    <input
      type="search"
      autocomplete="off"
      placeholder=${choice.terms.findColumn}
      aria-label=${choice.terms.findColumn}
      .value=${choice.searched}
      @input=${(event: Event) => choice.onSearch((event.target as HTMLInputElement).value)}
    />
  </div>
  ${renderFields(choice)}
  <div class="foot">
    <button class="button quiet" type="button" @click=${() => choice.onChoose(null)}>
      ${choice.terms.resetColumns}
    </button>
  </div>
`;

/** The chosen ones in their order, then the others as the module has them. */
function renderFields(choice: Choice): TemplateResult {
  const { meta, columns, searched, terms } = choice;
  const wanted = searched.trim().toLocaleLowerCase();
  const chosen = columns.flatMap((name) => meta?.fields.get(name) ?? []);
  const others = [...(meta?.fields.values() ?? [])].filter((field) => !chosen.includes(field));
  const found = [...chosen, ...others].filter(({ field_label: label }) =>
    label.toLocaleLowerCase().includes(wanted),
  );
  if (found.length === 0) return html`<p class="hint">${terms.noColumn}</p>`;
  return html`<ul>
    ${repeat(
      found,
      ({ api_name }) => api_name,
      (field) => renderField(field, choice),
    )}
  </ul>`;
}

function renderField(field: FieldDescription, { meta, columns, terms, onChoose, onMove }: Choice) {
  const { api_name: name, field_label: label } = field;
  const at = columns.indexOf(name);
  const isName = at === 0 && field === meta?.nameField;
  const toggle = () => onChoose(at >= 0 ? columns.filter((each) => each !== name) : [...columns, name]);
  const move = (by: number, text: string, sign: string) => html`
    <button
      class="icon-button"
      type="button"
      aria-label=${text}
      data-by=${by}
      aria-disabled=${at + by < 1 || at + by >= columns.length}
      @click=${() => onMove(at, by)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>
  `;
  return html`<li data-field=${name}>
    <label>
      <input type="checkbox" .checked=${at >= 0} ?disabled=${isName} @change=${toggle} />
      <bdi>${label}</bdi>
    </label>
    ${isName ? html`<span class="hint">${terms.alwaysFirst}</span>` : nothing}
    ${at > 0 ? html`${move(-1, terms.moveUp(label), '↑')} ${move(1, terms.moveDown(label), '↓')}` : nothing}
  </li>`;
}
