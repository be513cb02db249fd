import { svg, html, type TemplateResult } from 'lit';

const paths = {
  bell: svg`<path d="M6 9a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7Z"></path><path d="M10 19.5a2 2 0 0 0 4 0"></path>`,
  preferences: svg`<path d="M4 7h9m6 0h1M4 17h1m6 0h9"></path><circle cx="16" cy="7" r="2.5"></circle><circle cx="8" cy="17" r="2.5"></circle>`,
  back: svg`<path d="m14 6-6 6 6 6"></path>`,
  close: svg`<path d="m7 7 10 10M17 7 7 17"></path>`,
  warning: svg`<path d="M12 4 3 19.5h18L12 4Z"></path><path d="M12 10v4m0 2.6v.1"></path>`,
};

/** A drawing of the bell and of what is around it; the name stands on its button. */
export const renderIcon = (name: keyof typeof paths): TemplateResult => html`
  <svg class="icon" data-icon=${name} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <g fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">
      ${paths[name]}
    </g>
  </svg>
`;
