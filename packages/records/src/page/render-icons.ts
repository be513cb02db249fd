import { svg, type TemplateResult } from 'lit';
import { renderIcon } from '../render-icon.js';

export const renderPencil = (): TemplateResult =>
  renderIcon(
    svg`<path d="M3 13l.6-2.6L10.800 3.200a1.200 1.200 0 0 1 1.700 0l.3.3a1.200 1.200 0 0 1 0 1.700L5.600 12.400z" />`,
  );
export const renderGlass = (): TemplateResult =>
  renderIcon(svg`<circle cx="7" cy="7" r="4" /><path d="M10 10l3.500 3.500" />`);
