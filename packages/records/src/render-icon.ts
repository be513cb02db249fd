import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** An icon of lines, 16 by 16; what it means is said beside it. */
export const renderIcon = (content: SVGTemplateResult): TemplateResult =>
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
