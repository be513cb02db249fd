import { html, svg, type TemplateResult } from 'lit';

const paths = {
  visitors: svg`<circle cx="10" cy="9" r="3.25"></circle><path d="M3.5 20c.5-4 3.2-6.2 6.5-6.2s6 2.2 6.5 6.2"></path><path d="M16 4.6a6 6 0 0 1 0 8.8M18.8 2.2a10 10 0 0 1 0 13.6"></path>`,
  settings: svg`<path d="M4 7h9m6 0h1M4 17h1m6 0h9"></path><circle cx="16" cy="7" r="2.5"></circle><circle cx="8" cy="17" r="2.5"></circle>`,
  back: svg`<path d="m14 6-6 6 6 6"></path>`,
  close: svg`<path d="m7 7 10 10M17 7 7 17"></path>`,
};

/** A drawing; the name stands on its button. */
export const renderIcon = (name: keyof typeof paths): TemplateResult => html`
  <svg class="icon" data-icon=${name} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
      ${paths[name]}
    </g>
  </svg>
`;
