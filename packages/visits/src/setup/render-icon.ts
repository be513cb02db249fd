import { html, svg, type TemplateResult } from 'lit';

const paths = {
  remove: svg`<path d="m7 7 10 10M17 7 7 17"></path>`,
  copy: svg`<rect x="9" y="9" width="10" height="10" rx="2"></rect><path d="M15 9V7a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2h2"></path>`,
  done: svg`<path d="m5.5 12.5 4.5 4.5 8.5-9.5"></path>`,
  add: svg`<path d="M12 5.5v13M5.5 12h13"></path>`,
  up: svg`<path d="m6 14 6-6 6 6"></path>`,
  down: svg`<path d="m6 10 6 6 6-6"></path>`,
  drag: svg`<path d="M9 6h.01M9 12h.01M9 18h.01M15 6h.01M15 12h.01M15 18h.01"></path>`,
};

/** A drawing; the name stands on its button. */
export const renderIcon = (name: keyof typeof paths): TemplateResult => html`
  <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
    <g fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">
      ${paths[name]}
    </g>
  </svg>
`;
