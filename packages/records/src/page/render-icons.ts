import { svg, html, type TemplateResult, type SVGTemplateResult } from 'lit';

const icon = (content: SVGTemplateResult): TemplateResult =>
  html`<svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${content}
  </svg>`;

export const renderPencil = (): TemplateResult =>
  icon(
    svg`<path d="M3 13l.6-2.6L10.800 3.200a1.200 1.200 0 0 1 1.700 0l.3.3a1.200 1.200 0 0 1 0 1.700L5.600 12.400z" />`,
  );
export const renderGlass = (): TemplateResult =>
  icon(svg`<circle cx="7" cy="7" r="4" /><path d="M10 10l3.500 3.500" />`);
