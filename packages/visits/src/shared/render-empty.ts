import { html, type TemplateResult } from 'lit';

/** Stands above the words where there is nothing to show. */
export const circles = html`<svg viewBox="0 0 48 48" width="44" height="44" aria-hidden="true">
  <g fill="none" stroke="currentColor" stroke-width="1.5">
    <circle cx="24" cy="24" r="19" opacity="0.25"></circle>
    <circle cx="24" cy="24" r="12" opacity="0.5"></circle>
  </g>
  <circle cx="24" cy="24" r="4" fill="currentColor"></circle>
</svg>`;

/** Friendly words where there is nothing to show yet. */
export const renderEmpty = (title: string, hint: string): TemplateResult => html`
  <div class="state" part="empty">
    ${circles}
    <strong>${title}</strong>
    <p>${hint}</p>
  </div>
`;
