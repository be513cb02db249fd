import { html, nothing, type TemplateResult } from 'lit';

/** Words where there is nothing to list. */
export const renderEmpty = (title: string, hint = ''): TemplateResult => html`
  <div class="state" part="empty">
    <strong>${title}</strong>
    ${hint ? html`<p>${hint}</p>` : nothing}
  </div>
`;
