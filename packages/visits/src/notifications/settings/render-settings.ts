import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { OnlineWords } from '../../online/i18n/index.js';
import { visitorGroups, type VisitorGroup } from '../../online/groups/visitor-groups.js';
import type { NoticeWords } from '../i18n/index.js';
import type { DesktopPermission } from '../tell/desktop.js';
import type { NoticeSettings } from './settings-store.js';

interface SettingsView {
  settings: NoticeSettings;
  permission: DesktopPermission;
  words: NoticeWords;
  groups: OnlineWords['group'];
  onGroup: (group: VisitorGroup, isOn: boolean) => void;
  onSound: (isOn: boolean) => void;
  onDesktop: (isOn: boolean) => void;
}

/** How a reader wants to be told. */
export function renderSettings(view: SettingsView): TemplateResult {
  const { settings, permission, words, groups } = view;
  const isBlocked = permission === 'denied' || permission === 'unsupported';
  return html`
    <div class="preferences">
      <fieldset>
        <legend>${words.tellOf}</legend>
        ${visitorGroups.map((group) =>
          renderSwitch({
            label: groups[group],
            isOn: !settings.off.includes(group),
            onChange: (isOn) => view.onGroup(group, isOn),
          }),
        )}
      </fieldset>
      <fieldset>
        <legend>${words.how}</legend>
        ${renderSwitch({
          label: words.sound,
          hint: { id: 'sound-hint', text: words.soundHint },
          isOn: settings.sound,
          onChange: view.onSound,
        })}
        ${renderSwitch({
          label: words.desktop,
          hint: { id: 'desktop-hint', text: words.desktopHint[permission] },
          isOn: settings.desktop && permission === 'granted',
          isBlocked,
          onChange: view.onDesktop,
        })}
      </fieldset>
      <p class="hint">${words.keys}</p>
    </div>
  `;
}

interface Switch {
  label: string;
  hint?: { id: string; text: string };
  isOn: boolean;
  /** It can be come to, so that its hint is heard, but not switched on. */
  isBlocked?: boolean;
  onChange: (isOn: boolean) => void;
}

function renderSwitch({ label, hint, isOn, isBlocked = false, onChange }: Switch): TemplateResult {
  const keep = (event: Event) => {
    if (isBlocked) event.preventDefault();
  };
  return html`<label class="switch" part="choice">
    <input
      type="checkbox"
      role="switch"
      aria-checked=${isOn}
      aria-disabled=${isBlocked}
      aria-label=${label}
      aria-describedby=${hint?.id ?? ''}
      .checked=${live(isOn)}
      @click=${keep}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <span aria-hidden="true">${label}</span>
    ${hint ? html`<span class="hint" id=${hint.id}>${hint.text}</span>` : ''}
  </label>`;
}
