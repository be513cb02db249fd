import { html, nothing, type TemplateResult } from 'lit';

/** Words where there is nothing, with a way out. */
export const renderNothing = (
  title: string,
  hint: string,
  label?: string,
  onClick?: () => void,
): TemplateResult => html`
  <div class="state" part="empty" role="status">
    <strong>${title}</strong>
    <p>${hint}</p>
    ${label === undefined ? nothing : html`<button class="button" type="button" @click=${onClick}>${label}</button>`}
  </div>
`;
