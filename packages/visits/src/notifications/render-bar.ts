import { html, nothing, type TemplateResult } from 'lit';
import type { NoticeWords } from './i18n/index.js';
import { renderIcon } from './render-icon.js';

/** The title of the panel, the way to the settings and back, and what closes it. */
export function renderBar(
  isChoosing: boolean,
  words: NoticeWords,
  onChoose: (isChoosing: boolean) => void,
): TemplateResult {
  return html`<div class="bar" part="bar">
    ${isChoosing ? renderTool('back', words.back, () => onChoose(false)) : nothing}
    <h2 class="heading">${isChoosing ? words.settings : words.title}</h2>
    <div class="end">
      ${isChoosing ? nothing : renderTool('settings', words.settings, () => onChoose(true))}
      <button
        class="icon-button"
        type="button"
        popovertarget="panel"
        popovertargetaction="hide"
        title=${words.close}
        aria-label=${words.close}
      >
        ${renderIcon('close')}
      </button>
    </div>
  </div>`;
}

const renderTool = (icon: 'back' | 'settings', label: string, onClick: () => void) => html`
  <button class="icon-button ${icon}" type="button" title=${label} aria-label=${label} @click=${onClick}>
    ${renderIcon(icon)}
  </button>
`;
