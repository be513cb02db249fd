import { html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** A drawing of lines, 24 by 24; its name stands on its button. */
export const renderIcon = (lines: SVGTemplateResult): TemplateResult => html`
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
      ${lines}
    </g>
  </svg>
`;
