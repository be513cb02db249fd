import { html, type TemplateResult } from 'lit';
import type { Words } from './i18n/index.js';

/** Words where a record is not there, or not any more. */
export const renderGone = (terms: Words): TemplateResult => html`
  <div class="state" role="status" part="empty">
    <strong>${terms.goneTitle}</strong>
    <p>${terms.gone}</p>
  </div>
`;
