import { svg, type TemplateResult } from 'lit';
import { renderIcon } from '../../render-icon.js';

export const renderFunnel = (): TemplateResult =>
  renderIcon(svg`<path d="M2.500 4h11M4.500 8h7M6.500 12h3" />`);
export const renderColumns = (): TemplateResult =>
  renderIcon(
    svg`<rect x="2.500" y="3" width="11" height="10" rx="1.500" /><path d="M6.200 3v10M9.800 3v10" />`,
  );
