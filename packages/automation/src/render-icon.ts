import { lines, renderIcon as renderLines } from '@crm-elements/ui';
import { svg, type TemplateResult } from 'lit';

const paths = {
  remove: lines.close,
  up: svg`<path d="m6 14 6-6 6 6"></path>`,
  down: svg`<path d="m6 10 6 6 6-6"></path>`,
  back: lines.back,
  delete: svg`<path d="M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12M10.5 11v4.5m3-4.5v4.5"></path>`,
  log: svg`<path d="M5 6h14M5 12h14M5 18h8"></path>`,
  refresh: svg`<path d="M18.5 9A7 7 0 1 0 19 12m0-6v3.5h-3.5"></path>`,
  flow: svg`<rect x="4" y="4" width="6.5" height="6.5" rx="1.5"></rect><rect x="13.5" y="13.5" width="6.5" height="6.5" rx="1.5"></rect><path d="M7.3 10.5v3.7a2 2 0 0 0 2 2h4.2"></path>`,
};

/** A drawing; the name stands on its button. */
export const renderIcon = (name: keyof typeof paths): TemplateResult => renderLines(paths[name]);
