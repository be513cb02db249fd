import type { ReadStore, Resource } from '@crm-elements/core';
import { CrmElement, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../i18n/index.js';
import { styles } from './crm-profiles-link.styles.js';
import { createSeveralUsersStore, severalUsersKey } from './several-users-store.js';

/**
 * The way to the profiles in a host's setup menu. It is there only when the organization has several users.
 *
 * @tagname crm-profiles-link
 * @slot - Instead of the word Profiles.
 * @csspart link - The link.
 */
export class CrmProfilesLink extends CrmElement {
  static override styles = [CrmElement.styles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Where the host shows the profiles. */
  @property() href = '';

  readonly #several = new StoreController<Resource<boolean>, ReadStore<boolean>>(
    this,
    () => this.crm && { client: this.crm, key: severalUsersKey, create: createSeveralUsersStore },
  );

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#several.value?.data) return nothing;
    return html`<a part="link" href=${this.href}><slot>${this.terms(words).profiles.link}</slot></a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-profiles-link': CrmProfilesLink;
  }
}
