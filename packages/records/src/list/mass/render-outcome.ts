import type { Formats } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n/index.js';
import type { MassState } from './mass-state.js';

interface Outcome {
  terms: Words;
  formats: Formats;
  nameOf: (id: string) => string;
  onClose: () => void;
}

/** How far an action is; then how many it was done with, and with which it was not, and why. */
export function renderOutcome(
  state: MassState,
  { terms, formats, nameOf, onClose }: Outcome,
): TemplateResult {
  const { status, done, total, failed, failures, isDelete } = state;
  const number = (value: number) => formats.number(value);
  if (status === 'running')
    return html`<div class="line" part="progress">
      <span role="status">${terms.working}</span>
      <progress
        aria-label=${terms.working}
        max=${total ?? 1}
        .value=${total === undefined ? 0 : done}
      ></progress>
      ${total === undefined ? nothing : html`<span class="muted">${terms.progress(number(done), number(total))}</span>`}
    </div>`;
  const good = Math.max(0, done - failed);
  const text = isDelete ? terms.doneDeleted : terms.doneChanged;
  const bad = isDelete ? terms.notDeleted : terms.notChanged;
  return html`<div
    class="line"
    part="outcome"
    role=${failed > 0 ? 'alert' : 'status'}
    ?data-failed=${failed > 0}
  >
    <div>
      <strong>${text(number(good), formats.plural(good))}</strong>
      ${failed > 0 ? html`<p class="fault">${bad(number(failed), number(Math.max(done, failed)))}</p>` : nothing}
      ${
        failures.length > 0
          ? html`<ul>
              ${failures.map(
                ({ id, message }) =>
                  html`<li>${id ? html`<bdi>${nameOf(id)}</bdi>: ` : nothing}<bdi>${message}</bdi></li>`,
              )}
            </ul>`
          : nothing
      }
    </div>
    <div class="end"><button class="button" type="button" @click=${onClose}>${terms.close}</button></div>
  </div>`;
}
