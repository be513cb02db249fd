import { svg, type SVGTemplateResult } from 'lit';

/** Drawings of the bell and of what it tells. */
export const icons: Readonly<Record<'bell' | 'warning', SVGTemplateResult>> = {
  bell: svg`<path d="M6 9a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7Z"></path><path d="M10 19.5a2 2 0 0 0 4 0"></path>`,
  warning: svg`<path d="M12 4 3 19.5h18L12 4Z"></path><path d="M12 10v4m0 2.6v.1"></path>`,
};
