import type { VisitorNotice } from '@crm-elements/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { renderAvatar } from '../../online/render-visitor.js';
import { renderType } from '../../shared/render-link.js';
import { pageOf, renderName, shownOf, whenceAndWhen, type Drawing } from '../drawing.js';

/** The last notices, newest first. */
export const renderNotices = (notices: readonly VisitorNotice[], drawing: Drawing): TemplateResult =>
  html`<ul class="notices">
    ${repeat(
      notices,
      ({ seq }) => seq,
      (notice) => renderNotice(notice, drawing),
    )}
  </ul>`;

function renderNotice(notice: VisitorNotice, drawing: Drawing): TemplateResult {
  const { visitor } = notice;
  return html`<li class="notice-line" part="notice">
    ${renderAvatar(shownOf(visitor))}
    <div class="what">
      <span class="name-line">
        ${renderName(visitor, drawing)} ${renderType(visitor.visitor_type, drawing.shared)}
      </span>
      <span class="cut">${pageOf(visitor)}</span>
      <span class="muted cut"
        >${whenceAndWhen(notice, drawing)}${visitor.online ? nothing : ` · ${drawing.words.left}`}</span
      >
    </div>
  </li>`;
}
