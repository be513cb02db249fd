import type { ReadStore, Resource } from '@crm-elements/core';
import { CrmElement, renderResource, StoreController } from '@crm-elements/core/lit';
import { renderAvatar, surfaces } from '@crm-elements/ui';
import { html, type nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { words } from '../i18n/index.js';
import { choiceStyles } from '../shared/choice.styles.js';
import { renderEmpty } from '../shared/render-empty.js';
import { styles } from './crm-group-members.styles.js';
import { createMembersStore, type Member } from './groups-store.js';

/**
 * The active users that a group comes to: those chosen, those of its roles and of the groups within it.
 *
 * @tagname crm-group-members
 * @csspart member - One of them.
 * @csspart empty - The words shown when nobody active belongs to it.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see groups.
 */
export class CrmGroupMembers extends CrmElement {
  static override styles = [CrmElement.styles, surfaces, choiceStyles, styles];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Id of the group. */
  @property({ attribute: 'group-id' }) groupId = '';

  /** Counts the changes of the group: the members are read anew with each. */
  @property({ type: Number }) revision = 0;

  /** Name of the list for screen readers. */
  @property() label = '';

  readonly #members = new StoreController<Resource<readonly Member[]>, ReadStore<readonly Member[]>>(
    this,
    () =>
      this.crm && this.groupId
        ? {
            client: this.crm,
            key: `identity/group-members/${this.groupId}/${this.revision}`,
            create: (client) => createMembersStore(client, this.groupId),
          }
        : undefined,
  );

  protected override render(): TemplateResult | typeof nothing {
    const { groups: terms } = this.terms(words);
    return renderResource(this.#members.value, {
      terms: (shared) => this.terms(shared),
      retry: () => void this.#members.source?.refresh(),
      isEmpty: (members) => members.length === 0,
      empty: () => renderEmpty(terms.noMembers),
      ready: (members) => html`
        <p class="count">
          ${terms.count(this.formats.number(members.length), this.formats.plural(members.length))}
        </p>
        <ul class="plain" aria-label=${this.label || terms.members}>
          ${members.map(
            ({ name, email }) =>
              html`<li part="member">
                ${renderAvatar(name)}
                <span class="lines"><bdi>${name}</bdi><bdi class="muted">${email}</bdi></span>
              </li>`,
          )}
        </ul>
      `,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-group-members': CrmGroupMembers;
  }
}
