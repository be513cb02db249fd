import type { Resource } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmRoleChangedEvent, CrmRoleChangeEvent, type Change } from '../events.js';
import { choiceStyles } from '../shared/choice.styles.js';
import type { ListState } from '../shared/list-state.js';
import type { ListStore } from '../shared/list-store.js';
import { renderEmpty } from '../shared/render-empty.js';
import { renderRowMenu, type MenuItem } from '../shared/render-row-menu.js';
import { SettingsList } from '../shared/settings-list.js';
import type { User } from '../users/user.js';
import { createPeopleStore, peopleKey } from '../users/users-store.js';
import './crm-role-dialog.js';
import type { CrmRoleDialog } from './crm-role-dialog.js';
import { styles } from './crm-roles.styles.js';
import { branchOf, rolesBelow, type Role } from './role.js';
import { createRolesStore, rolesKey, type RolesStore, type RoleValues } from './roles-store.js';

/**
 * The roles of the organization as a tree, with how many users each has. Those who may manage roles add, rename,
 * move and delete them.
 *
 * @tagname crm-roles
 * @slot heading - Above the tree.
 * @csspart note - Why nothing can be changed.
 * @csspart tree - The tree.
 * @csspart row - A role.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see roles.
 * @fires {CrmRoleChangeEvent} crm-role-change - A role is about to be changed; cancel it to prevent that.
 * @fires {CrmRoleChangedEvent} crm-role-changed - A role was changed.
 */
export class CrmRoles extends SettingsList {
  static override styles = [SettingsList.styles, choiceStyles, styles];

  @query('crm-role-dialog') private readonly dialog!: CrmRoleDialog;

  readonly #roles = new StoreController<Resource<ListState<Role>>, RolesStore>(
    this,
    () => this.crm && { client: this.crm, key: rolesKey, create: createRolesStore },
  );
  readonly #people = new StoreController<Resource<ListState<User>>, ListStore<User>>(
    this,
    () => this.crm && { client: this.crm, key: peopleKey, create: createPeopleStore },
  );

  protected override ask(change: Change, id: string): boolean {
    return this.dispatchEvent(new CrmRoleChangeEvent(change, id));
  }

  protected override tell(change: Change, id: string): void {
    this.dispatchEvent(new CrmRoleChangedEvent(change, id));
    if (change === 'delete') void this.#people.source?.refresh();
  }

  protected override render() {
    const { roles: terms } = this.words;
    return html`
      <div class="frame">
        <slot name="heading"></slot>
        ${this.renderReadOnly('Manage_Roles')}
        ${this.renderList(this.#roles, {
          empty: () => renderEmpty(terms.emptyTitle),
          ready: ({ rows }) =>
            html`<div class="tree" part="tree">${this.renderBranch(rows, null, terms.title)}</div>`,
        })}
      </div>
      <crm-role-dialog .client=${this.crm}></crm-role-dialog>
      ${this.renderAside()}
    `;
  }

  /** The roles below one; those at the top without one. */
  protected renderBranch(
    roles: readonly Role[],
    above: string | null,
    label?: string,
  ): TemplateResult | typeof nothing {
    const below = rolesBelow(roles, above);
    if (below.length === 0) return nothing;
    return html`<ul class="plain" aria-label=${label ?? nothing}>
      ${repeat(
        below,
        ({ id }) => id,
        (role) =>
          html`<li>
            ${this.renderRole(role)} ${this.renderBranch(roles, role.id, this.words.roles.below(role.name))}
          </li>`,
      )}
    </ul>`;
  }

  protected renderRole(role: Role): TemplateResult {
    const { profiles } = this.words;
    const count = this.#people.value?.data?.rows.filter((user) => user.role.id === role.id).length;
    return html`<div class="role" part="row">
      <div class="lines">
        ${
          this.may('Manage_Roles')
            ? html`<button class="name" type="button" @click=${() => this.#edit(role)}>
                <bdi>${role.name}</bdi>
              </button>`
            : html`<bdi class="name">${role.name}</bdi>`
        }
        ${
          count === undefined
            ? nothing
            : html`<span class="small">
                ${profiles.count(this.formats.number(count), this.formats.plural(count))}
              </span>`
        }
      </div>
      ${renderRowMenu(role.id, this.words.actionsFor(role.name), this.#items(role))}
    </div>`;
  }

  get #all(): readonly Role[] {
    return this.#roles.value?.data?.rows ?? [];
  }

  #items(role: Role): MenuItem[] {
    const { addBelow, editAction, remove } = this.words.roles;
    if (!this.may('Manage_Roles')) return [];
    return [
      { label: addBelow, run: () => this.#add(role) },
      { label: editAction, run: () => this.#edit(role) },
      // What is at the top has nobody to hand over to.
      ...(role.reportsTo === null
        ? []
        : [{ label: remove, isDangerous: true, run: () => this.#remove(role) }]),
    ];
  }

  #add(above: Role): void {
    const { add } = this.words.roles;
    const values = { name: '', description: '', reporting_to: above.id, share_with_peers: false };
    void this.dialog.open({
      heading: add,
      action: add,
      values,
      above: this.#all,
      save: (changes) => this.change('add', '', () => this.#roles.source?.add({ ...values, ...changes })),
    });
  }

  #edit(role: Role): void {
    const branch = branchOf(this.#all, role.id);
    const values: RoleValues = {
      name: role.name,
      description: role.description,
      reporting_to: role.reportsTo ?? '',
      share_with_peers: role.sharesWithPeers,
    };
    void this.dialog.open({
      heading: this.words.roles.edit(role.name),
      action: this.words.save,
      values,
      above: role.reportsTo === null ? [] : this.#all.filter(({ id }) => !branch.has(id)),
      save: (changes) => this.change('update', role.id, () => this.#roles.source?.update(role, changes)),
    });
  }

  #remove(role: Role): void {
    const { roles: terms } = this.words;
    const branch = branchOf(this.#all, role.id);
    const others = this.#all.filter(({ id }) => !branch.has(id));
    // The role above is who takes over, unless another one is chosen.
    const options = [...others].sort(
      (a, b) => Number(b.id === role.reportsTo) - Number(a.id === role.reportsTo),
    );
    this.confirmRemoval({
      heading: terms.removeTitle(role.name),
      text: terms.removeText,
      action: terms.remove,
      transfer: { label: terms.transfer, hint: terms.transferHint, options },
      run: (transferTo) => this.change('delete', role.id, () => this.#roles.source?.remove(role, transferTo)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-roles': CrmRoles;
  }
}
