import { html, type TemplateResult } from 'lit';

interface Row {
  /** Place in the whole list. */
  index: number;
  isChosen: boolean;
  /** Words of the box that selects it. */
  label: string;
  /** @param isRange with all rows from the last one that was chosen */
  onChoose: (isRange: boolean) => void;
  presence: TemplateResult;
  name: TemplateResult;
  cells: readonly TemplateResult[];
}

/** The row of a record: the box that selects it, its name, its other fields. */
export function renderRow({ index, isChosen, label, onChoose, presence, name, cells }: Row): TemplateResult {
  const choose = ({ shiftKey }: MouseEvent) => onChoose(shiftKey);
  return html`<tr class="row" part="row" aria-rowindex=${index + 2} ?data-chosen=${isChosen}>
    <td class="box">
      <input class="choose" type="checkbox" aria-label=${label} .checked=${isChosen} @click=${choose} />
    </td>
    <th scope="row" class="main"><div class="name">${presence} ${name}</div></th>
    ${cells}
  </tr>`;
}
