import type { WorkflowRule } from '@crm-elements/contract';
import { formatRelative, type Formats } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Words } from '../i18n/index.js';
import { renderIcon } from '../render-icon.js';

interface View {
  words: Words;
  formats: Formats;
  /** When it runs and what it does. */
  sentence: string;
  /** Name of its module, for a reader. */
  module: string;
  edit: () => void;
  showLog: () => void;
  remove: () => void;
  switch: (active: boolean) => void;
}

/** One rule of the list. */
export function renderRule(rule: WorkflowRule, view: View): TemplateResult {
  const { words, formats, sentence } = view;
  const { name, active, last_run_at: lastRun } = rule;
  return html`
    <li class="rule" part="rule" data-id=${rule.id} ?data-off=${!active}>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          aria-checked=${active}
          aria-label=${words.isActive(name)}
          .checked=${live(active)}
          @change=${(event: Event) => view.switch((event.target as HTMLInputElement).checked)}
        />
      </label>
      <div class="about">
        <button class="name" type="button" title=${words.editRule(name)} @click=${view.edit}>
          <bdi>${name}</bdi>
        </button>
        <p>${sentence}</p>
        <div class="meta">
          <span class="chip">${view.module}</span>
          <span class="muted">
            ${lastRun === null ? words.neverRun : words.lastRun(formatRelative(formats, lastRun))}
          </span>
        </div>
      </div>
      <div class="buttons">
        ${renderButton('log', words.showLog(name), view.showLog)}
        ${renderButton('delete', words.deleteRule(name), view.remove)}
      </div>
    </li>
  `;
}

const renderButton = (icon: 'log' | 'delete', name: string, press: () => void) => html`
  <button class="icon-button" type="button" title=${name} aria-label=${name} @click=${press}>
    ${renderIcon(icon)}
  </button>
`;
