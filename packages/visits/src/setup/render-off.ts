import type { VisitorTracking } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { circles } from '../shared/render-empty.js';
import type { SetupWords } from './i18n/index.js';
import { renderQuestion } from './render-question.js';

interface Off {
  tracking: VisitorTracking;
  words: SetupWords;
  isBusy: boolean;
  create: () => void;
  add: () => void;
  enable: () => void;
}

/** What stands there while no portal can be shown, with the way on from there. */
export function renderOff({ tracking, words, isBusy, create, add, enable }: Off): TemplateResult {
  const { portals, enabled } = tracking;
  const associated = portals.filter((portal) => portal.associated);
  // Who is new begins with a portal, who has portals chooses among them.
  const [title, hint, label, onClick] = enabled
    ? ([words.none.title, words.none.hint, words.portals.add, add] as const)
    : associated.length > 0
      ? ([words.off.pausedTitle, words.off.pausedHint, words.off.enable, enable] as const)
      : ([words.off.title, words.off.hint, words.off.enable, portals.length > 0 ? add : create] as const);
  return html`
    <div class="state" part="off">
      ${circles}
      <strong>${title}</strong>
      <p>${hint}</p>
      ${
        !enabled && associated.length > 0
          ? html`<ul class="paused">
              ${associated.map(({ name }) => html`<li class="chip"><bdi>${name}</bdi></li>`)}
            </ul>`
          : nothing
      }
      <button class="button primary" type="button" aria-busy=${isBusy} @click=${onClick}>${label}</button>
    </div>
  `;
}

/** Says exactly what goes when all is switched off, and that it can come back. */
export const renderDeactivation = (
  { deactivate: terms, cancel }: SetupWords,
  onConfirm: () => void,
): TemplateResult =>
  renderQuestion({
    id: 'deactivate',
    title: terms.title,
    body: html`
      <p>${terms.gone}</p>
      <ul>
        ${terms.parts.map((part) => html`<li>${part}</li>`)}
      </ul>
      <p>${terms.kept}</p>
    `,
    cancel,
    confirm: terms.confirm,
    onConfirm,
  });
