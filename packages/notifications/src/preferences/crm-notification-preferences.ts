import type { Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { controls } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { words } from '../i18n/index.js';
import { styles } from './crm-notification-preferences.styles.js';
import { PreferencesStore } from './preferences-store.js';

/**
 * Which kinds of notification come by mail too.
 *
 * @tagname crm-notification-preferences
 * @csspart kind - The choice for one kind.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see them.
 */
export class CrmNotificationPreferences extends CrmElement {
  static override styles = [CrmElement.styles, controls, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  @state() private isRefused = false;

  readonly #preferences = new StoreController<Resource<Record<string, boolean>>, PreferencesStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: 'notification-preferences',
        create: (client) => new PreferencesStore(client),
      },
  );

  protected override render() {
    const { preferencesHint, chooseFailed } = this.terms(words);
    return html`
      <p class="hint">${preferencesHint}</p>
      ${this.isRefused ? html`<p class="fault" role="alert">${chooseFailed}</p>` : nothing}
      ${renderResource(this.#preferences.value, {
        terms: (shared) => this.terms(shared),
        retry: () => this.#preferences.source?.refresh(),
        isEmpty: () => false,
        empty: () => nothing,
        ready: (kinds) => this.renderKinds(kinds),
      })}
    `;
  }

  protected renderKinds(kinds: Record<string, boolean>): TemplateResult {
    return html`
      <fieldset>
        <legend>${this.terms(words).byMail}</legend>
        ${Object.entries(kinds).map(([kind, isMailed]) => this.renderKind(kind, isMailed))}
      </fieldset>
    `;
  }

  protected renderKind(kind: string, isMailed: boolean): TemplateResult {
    return html`
      <label part="kind">
        <input
          type="checkbox"
          .checked=${isMailed}
          @change=${(event: Event) => void this.#choose(kind, (event.target as HTMLInputElement).checked)}
        />
        ${this.terms(words).kinds[kind]?.preference ?? kind}
      </label>
    `;
  }

  async #choose(kind: string, isMailed: boolean): Promise<void> {
    this.isRefused = false;
    try {
      await this.#preferences.source?.choose(kind, isMailed);
    } catch {
      // The store has taken the choice back.
      this.isRefused = true;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-notification-preferences': CrmNotificationPreferences;
  }
}
