import { html, type TemplateResult } from 'lit';
import type { WebhookDraft } from '../../draft/action-draft.js';
import { renderMergeText } from '../render-merge-text.js';
import { renderSelect } from '../render-select.js';
import { renderText } from '../render-text.js';
import { partOf, type ActionView } from '../view.js';
import { renderPairs } from './render-pairs.js';

const methods: readonly WebhookDraft['method'][] = ['POST', 'PUT', 'GET'];

/** Which program is told, and what. */
export function renderWebhook(view: ActionView<WebhookDraft>): TemplateResult {
  const { action, path, words, fault, change } = view;
  return html`
    <div class="pair wide-start">
      ${renderText({
        ...partOf(view, 'url'),
        label: words.form.url,
        type: 'url',
        value: action.url,
        required: true,
        change: (url) => change({ url }),
      })}
      ${renderSelect({
        ...partOf(view, 'method'),
        label: words.form.method,
        value: action.method,
        options: methods.map((method) => [method, method]),
        change: (chosen) => change({ method: methods.find((method) => method === chosen) ?? 'POST' }),
      })}
    </div>
    ${renderPairs({
      title: words.form.values,
      pairs: action.values,
      words,
      blank: '',
      add: words.form.addValue,
      change: (values) => change({ values }),
      render: (pair, write, index) => html`
        ${renderText({
          path: `${path}.names.${index}`,
          label: words.form.valueName,
          value: pair.name,
          fault: undefined,
          change: (name) => write({ name }),
        })}
        ${renderMergeText({
          path: `${path}.values.${pair.name}`,
          label: words.form.value,
          value: pair.value,
          fault: pair.name ? fault(`${path}.values.${pair.name}`) : undefined,
          view,
          change: (value) => write({ value }),
        })}
      `,
    })}
    <p class="hint">${words.form.valuesHint}</p>
  `;
}
