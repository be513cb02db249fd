import { svg, type SVGTemplateResult } from 'lit';

/** Somebody who comes. */
export const visitorIcon: SVGTemplateResult = svg`<circle cx="10" cy="9" r="3.25"></circle><path d="M3.5 20c.5-4 3.2-6.2 6.5-6.2s6 2.2 6.5 6.2"></path><path d="M16 4.6a6 6 0 0 1 0 8.8M18.8 2.2a10 10 0 0 1 0 13.6"></path>`;
