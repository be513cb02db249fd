import type { VisitorNotice } from '@crm-elements/contract';
import { lines, renderIcon } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderAvatar } from '../../online/render-visitor.js';
import { pageOf, renderName, shownOf, whenceAndWhen, type Drawing } from '../drawing.js';

interface PopUpsView {
  shown: readonly { notice: VisitorNotice; isFading: boolean }[];
  rest: number;
  drawing: Drawing;
  /** What came of the last action, in words. */
  outcome: string;
  /** What can be done with the visitor. */
  renderActions: (notice: VisitorNotice) => TemplateResult | typeof nothing;
  onDismiss: (notice: VisitorNotice) => void;
  onDismissAll: () => void;
  /** The reader wants to see the others. */
  onMore: () => void;
}

/** The stack of pop-ups, the number of the others, and the way to be rid of all of them. */
export function renderPopUps(view: PopUpsView): TemplateResult | typeof nothing {
  const { shown, rest, drawing } = view;
  const { words, formats } = drawing;
  if (shown.length === 0) return nothing;
  return html`
    <div role="status">
      ${view.outcome ? html`<p class="said" part="outcome">${view.outcome}</p>` : nothing}
    </div>
    <ul class="pop-ups">
      ${repeat(
        shown,
        ({ notice }) => notice.visitor.visit_id,
        ({ notice, isFading }) => renderPopUp(notice, isFading, view),
      )}
    </ul>
    ${
      shown.length + rest > 1
        ? html`<div class="foot">
            ${
              rest > 0
                ? html`<button class="button more" type="button" @click=${view.onMore}>
                    ${words.more(formats.number(rest), formats.plural(rest))}
                  </button>`
                : nothing
            }
            <button class="button" type="button" @click=${view.onDismissAll}>${words.dismissAll}</button>
          </div>`
        : nothing
    }
  `;
}

function renderPopUp(notice: VisitorNotice, isFading: boolean, view: PopUpsView): TemplateResult {
  const { drawing, renderActions, onDismiss } = view;
  const { visitor } = notice;
  const label = drawing.words.dismiss(drawing.nameOf(visitor));
  return html`<li
    class="pop-up"
    part="pop-up"
    data-type=${visitor.visitor_type}
    data-visit=${visitor.visit_id}
    ?data-fading=${isFading}
  >
    ${renderAvatar(shownOf(visitor))}
    <div class="what">
      <span class="type" part="type">${drawing.words.arrived[visitor.visitor_type]}</span>
      ${renderName(visitor, drawing)}
      <span class="cut">${pageOf(visitor)}</span>
      <span class="muted cut">${whenceAndWhen(notice, drawing)}</span>
      ${renderActions(notice)}
    </div>
    <button
      class="icon-button dismiss"
      type="button"
      title=${label}
      aria-label=${label}
      @click=${() => onDismiss(notice)}
    >
      ${renderIcon(lines.close)}
    </button>
  </li>`;
}
