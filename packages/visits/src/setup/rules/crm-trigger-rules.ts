import type { TriggerAction, TriggerRule } from '@crm-elements/contract';
import type { CrmClient } from '@crm-elements/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { renderSelect } from './render-select.js';
import { RulesElement } from './rules-element.js';
import { RulesStore } from './rules-store.js';

type Change = (values: Partial<TriggerRule>) => void;

const actions: Readonly<Record<TriggerAction['type'], TriggerAction>> = {
  invite: { type: 'invite', text: '' },
  open_chat: { type: 'open_chat' },
  launcher: { type: 'launcher', effect: 'animate' },
  page: { type: 'page', name: '' },
};
const types = ['invite', 'open_chat', 'launcher', 'page'] as const;
const effects = ['show', 'hide', 'animate'] as const;
/** Longest delay, s. */
const LONGEST = 3_600;

/**
 * The triggers of a portal: what is done on the page of a visitor who meets the criteria, when, and how often.
 *
 * @tagname crm-trigger-rules
 * @csspart rules - The list.
 * @csspart rule - One trigger.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see the triggers.
 * @cssprop [--crm-accent] - Colour of focus and of the main button.
 */
export class CrmTriggerRules extends RulesElement<TriggerRule> {
  protected override createStore(client: CrmClient): RulesStore<TriggerRule> {
    const params = { id: this.portalId };
    return new RulesStore({
      read: () => client.call('GET /v1/portals/:id/triggers', { params }),
      write: ({ rules, revision }) =>
        client.call('PUT /v1/portals/:id/triggers', { params, body: { rules, revision } }),
    });
  }

  protected override get about() {
    return this.words.triggers;
  }

  protected override blank(): TriggerRule {
    return { name: '', active: true, criteria: null, action: actions.invite, delay: 0, once_per: 'visit' };
  }

  protected override check({ action, delay }: TriggerRule): string {
    const { triggers: terms } = this.words;
    if (action.type === 'invite' && !action.text.trim()) return terms.noText;
    if (action.type === 'page' && !/^(?!crm\.)\S/.test(action.name)) return terms.noCallback;
    return Number.isInteger(delay) && delay >= 0 && delay <= LONGEST ? '' : terms.badDelay;
  }

  protected override describe({ action, delay }: TriggerRule): string {
    const { triggers: terms } = this.words;
    const seconds = this.formats.duration(delay * 1_000);
    return delay > 0 ? `${terms.actions[action.type]} · ${terms.after(seconds)}` : terms.actions[action.type];
  }

  protected override renderDeed(rule: TriggerRule, change: Change): TemplateResult {
    const { triggers: terms } = this.words;
    return html`
      ${renderSelect({
        label: terms.action,
        options: types.map((value) => ({ value, label: terms.actions[value] })),
        value: rule.action.type,
        onChange: (type) => change({ action: actions[type] }),
      })}
      ${this.renderAction(rule.action, change)}
      <div class="pair">
        <label class="field">
          ${terms.delay}
          <input
            type="number"
            min="0"
            max=${LONGEST}
            step="1"
            .value=${live(String(rule.delay))}
            @change=${(event: Event) => change({ delay: (event.target as HTMLInputElement).valueAsNumber })}
          />
        </label>
        ${renderSelect({
          label: terms.oncePer,
          options: (['visit', 'visitor'] as const).map((value) => ({ value, label: terms.once[value] })),
          value: rule.once_per,
          onChange: (value) => change({ once_per: value }),
        })}
      </div>
    `;
  }

  protected renderAction(action: TriggerAction, change: Change): TemplateResult | typeof nothing {
    const { triggers: terms } = this.words;
    switch (action.type) {
      case 'invite':
        return html`<label class="field">
          ${terms.text}
          <textarea
            rows="2"
            maxlength="500"
            dir="auto"
            .value=${live(action.text)}
            @input=${(event: Event) =>
              change({ action: { ...action, text: (event.target as HTMLTextAreaElement).value } })}
          ></textarea>
        </label>`;
      case 'launcher':
        return renderSelect({
          label: terms.effect,
          options: effects.map((value) => ({ value, label: terms.effects[value] })),
          value: action.effect,
          onChange: (effect) => change({ action: { ...action, effect } }),
        });
      case 'page':
        return html`<label class="field">
          ${terms.callback}
          <input
            type="text"
            maxlength="64"
            dir="ltr"
            autocomplete="off"
            .value=${live(action.name)}
            @input=${(event: Event) =>
              change({ action: { ...action, name: (event.target as HTMLInputElement).value } })}
          />
          <span class="hint">${terms.callbackHint}</span>
        </label>`;
      case 'open_chat':
        return nothing;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-trigger-rules': CrmTriggerRules;
  }
}
