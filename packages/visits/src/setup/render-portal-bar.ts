import type { PortalSettings } from '@crm-elements/contract';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { SetupWords } from './i18n/index.js';
import { renderIcon } from './render-icon.js';

interface PortalBar {
  portals: readonly PortalSettings[];
  chosen: PortalSettings;
  words: SetupWords;
  choose: (id: string) => void;
  add: () => void;
  deactivate: () => void;
}

/** The choice of the portal, its state, and what can be done beside. */
export function renderPortalBar({
  portals,
  chosen,
  words,
  choose,
  add,
  deactivate,
}: PortalBar): TemplateResult {
  const { portals: terms } = words;
  return html`
    <div class="bar" part="bar">
      <label class="chooser">
        ${words.portal}
        <select
          .value=${live(chosen.id)}
          @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
        >
          ${portals.map(
            ({ id, name }) => html`<option value=${id} ?selected=${id === chosen.id}>${name}</option>`,
          )}
        </select>
      </label>
      <span class="chip" data-tone=${chosen.enabled ? 'positive' : 'warning'}
        >${chosen.enabled ? terms.active : terms.disabled}</span
      >
      <div class="end">
        <button class="button" type="button" @click=${add}>${renderIcon('add')} ${terms.add}</button>
        <button class="button quiet" type="button" @click=${deactivate}>${words.deactivate.link}</button>
      </div>
    </div>
  `;
}
