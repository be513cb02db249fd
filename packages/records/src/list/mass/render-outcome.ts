import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { MassWords } from './i18n/index.js';
import type { MassFailure, MassState } from './mass-state.js';

interface Outcome {
  terms: MassWords;
  formats: Formats;
  renderName: (failure: MassFailure) => TemplateResult;
  onClose: () => void;
}

/** How far an action is; then how many it was done with, and with which it was not, and why. */
export const renderOutcome = (state: MassState, outcome: Outcome): TemplateResult =>
  state.status === 'running' ? renderProgress(state, outcome) : renderEnd(state, outcome);

function renderProgress({ done, total, isJob }: MassState, { terms, formats }: Outcome): TemplateResult {
  const number = (value: number) => formats.number(value);
  return html`<div class="line" part="progress">
    <span role="status">${terms.working}</span>
    <progress
      aria-label=${terms.working}
      max=${total ?? 1}
      .value=${total === undefined ? 0 : done}
    ></progress>
    ${total === undefined ? nothing : html`<span class="muted">${terms.progress(number(done), number(total))}</span>`}
    <p class="hint">${isJob ? terms.goesOn : terms.keepOpen}</p>
  </div>`;
}

function renderEnd(state: MassState, { terms, formats, renderName, onClose }: Outcome): TemplateResult {
  const { done, failed, failures, isDelete } = state;
  const number = (value: number) => formats.number(value);
  const good = Math.max(0, done - failed);
  const text = isDelete ? terms.doneDeleted : terms.doneChanged;
  const bad = isDelete ? terms.notDeleted : terms.notChanged;
  return html`<div
    class="line"
    part="outcome"
    role=${failed > 0 ? 'alert' : 'status'}
    ?data-failed=${failed > 0}
  >
    <div class="told">
      <strong>${text(number(good), formats.plural(good))}</strong>
      ${failed > 0 ? html`<p class="fault">${bad(number(failed), number(Math.max(done, failed)))}</p>` : nothing}
      ${
        failures.length > 0
          ? html`<ul>
              ${failures.map((failure) => renderFailure(failure, renderName))}
            </ul>`
          : nothing
      }
      ${
        failures.length > 0 && failures.length < failed
          ? html`<p class="hint">${terms.firstFailures(number(failures.length))}</p>`
          : nothing
      }
    </div>
    <button class="button close" type="button" @click=${onClose}>${terms.close}</button>
  </div>`;
}

const renderFailure = (failure: MassFailure, renderName: Outcome['renderName']): TemplateResult =>
  html`<li>${failure.id ? renderName(failure) : nothing} <bdi>${failure.message}</bdi></li>`;
