import { html, type TemplateResult } from 'lit';
import type { Pair } from '../../draft/action-draft.js';
import { renderIcon } from '../../render-icon.js';
import type { Words } from '../../i18n/index.js';

interface Pairs<V> {
  title: string;
  pairs: readonly Pair<V>[];
  words: Words;
  blank: V;
  add: string;
  /** Draws name and value of one pair. */
  render: (pair: Pair<V>, change: (values: Partial<Pair<V>>) => void, index: number) => TemplateResult;
  change: (pairs: readonly Pair<V>[]) => void;
}

/** Names and values, in lines that can be added and removed. */
export const renderPairs = <V>({
  title,
  pairs,
  words,
  blank,
  add,
  render,
  change,
}: Pairs<V>): TemplateResult => html`
  <fieldset class="pairs">
    <legend class="label">${title}</legend>
    ${pairs.map((pair, index) => {
      const write = (values: Partial<Pair<V>>) => change(pairs.with(index, { ...pair, ...values }));
      const remove = words.form.removeValue(pair.name);
      return html`
        <div class="line">
          <div class="pair">${render(pair, write, index)}</div>
          <button
            class="icon-button"
            type="button"
            title=${remove}
            aria-label=${remove}
            @click=${() => change(pairs.toSpliced(index, 1))}
          >
            ${renderIcon('remove')}
          </button>
        </div>
      `;
    })}
    <button class="button" type="button" @click=${() => change([...pairs, { name: '', value: blank }])}>
      ${add}
    </button>
  </fieldset>
`;
