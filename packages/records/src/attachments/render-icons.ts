import { svg, type TemplateResult } from 'lit';
import { renderIcon } from '../render-icon.js';

export const renderPaper = (): TemplateResult =>
  renderIcon(svg`<path d="M9.500 2H4.500a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h7a1 1 0 0 0 1-1V5zM9.500 2v3h3" />`);
export const renderBin = (): TemplateResult =>
  renderIcon(
    svg`<path d="M2.500 4h11M6.500 4V2.500h3V4M4 4l.6 9.500h6.800L12 4M6.700 6.500v4.500M9.300 6.500v4.500" />`,
  );
export const renderCross = (): TemplateResult => renderIcon(svg`<path d="M4 4l8 8M12 4l-8 8" />`);
