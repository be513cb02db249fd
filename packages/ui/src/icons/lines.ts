import { svg, type SVGTemplateResult } from 'lit';

/** Drawings that mean the same wherever they stand. */
export const lines: Readonly<Record<'back' | 'close' | 'settings', SVGTemplateResult>> = {
  back: svg`<path d="m14 6-6 6 6 6"></path>`,
  close: svg`<path d="m7 7 10 10M17 7 7 17"></path>`,
  settings: svg`<path d="M4 7h9m6 0h1M4 17h1m6 0h9"></path><circle cx="16" cy="7" r="2.5"></circle><circle cx="8" cy="17" r="2.5"></circle>`,
};
