import { html, nothing, type TemplateResult } from 'lit';
import { lines } from '../icons/lines.js';
import { renderIcon } from '../icons/render-icon.js';
import type { PanelController } from './panel-controller.js';

interface Panel {
  controller: PanelController;
  label: string;
  onToggle: (event: ToggleEvent) => void;
  content: () => TemplateResult;
}

/** What the bell opens: a dialog of the top layer, which has its content while it is open. */
export const renderPanel = ({ controller, label, onToggle, content }: Panel): TemplateResult => html`
  <div
    id="panel"
    class="panel"
    part="panel"
    popover
    role="dialog"
    tabindex="-1"
    aria-label=${label}
    @beforetoggle=${(event: ToggleEvent) => controller.beforeToggle(event)}
    @toggle=${onToggle}
  >
    ${controller.isOpen ? content() : nothing}
  </div>
`;

interface Bar {
  terms: { title: string; settings: string; back: string; close: string };
  /** The panel shows the reader's settings instead of its list. */
  isChoosing: boolean;
  onChoose: (isChoosing: boolean) => void;
  /** Before the button of the settings. */
  tools?: TemplateResult | typeof nothing;
}

/** The title of the panel, the way to the settings and back, and what closes it. */
export function renderPanelBar({ terms, isChoosing, onChoose, tools = nothing }: Bar): TemplateResult {
  const tool = (name: 'back' | 'settings', run: () => void) =>
    html`<button
      class="icon-button ${name}"
      type="button"
      title=${terms[name]}
      aria-label=${terms[name]}
      @click=${run}
    >
      ${renderIcon(lines[name])}
    </button>`;
  return html`<div class="bar" part="bar">
    ${isChoosing ? tool('back', () => onChoose(false)) : nothing}
    <h2 class="heading">${isChoosing ? terms.settings : terms.title}</h2>
    <div class="end">
      ${isChoosing ? nothing : html`${tools}${tool('settings', () => onChoose(true))}`}
      <button
        class="icon-button"
        type="button"
        popovertarget="panel"
        popovertargetaction="hide"
        title=${terms.close}
        aria-label=${terms.close}
      >
        ${renderIcon(lines.close)}
      </button>
    </div>
  </div>`;
}
