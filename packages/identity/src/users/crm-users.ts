import type { Resource } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import { html, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmUserChangedEvent, CrmUserChangeEvent, type Change } from '../events.js';
import type { ListState } from '../shared/list-state.js';
import { explain } from '../shared/refusal.js';
import { renderEmpty } from '../shared/render-empty.js';
import { renderSegments } from '../shared/render-segments.js';
import { SettingsList } from '../shared/settings-list.js';
import './crm-user-dialog.js';
import type { CrmUserDialog } from './crm-user-dialog.js';
import { styles } from './crm-users.styles.js';
import { renderUser } from './render-user.js';
import { matches, type User, type UserValues } from './user.js';
import { UsersStore, type UserFilter } from './users-store.js';

const filters = ['active', 'inactive', 'deleted'] as const;

/**
 * The users of the organization: who they are, their role and profile. Those who may manage users add, edit,
 * deactivate and delete them.
 *
 * @tagname crm-users
 * @slot heading - Before the filter.
 * @slot empty - Instead of the words shown when there are no users of a kind.
 * @csspart bar - The line with heading, filter, search and the button.
 * @csspart note - Why nothing can be changed.
 * @csspart table - The table.
 * @csspart row - The row of a user.
 * @csspart status - Whether a user is active.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see users.
 * @fires {CrmUserChangeEvent} crm-user-change - A user is about to be changed; cancel it to prevent that.
 * @fires {CrmUserChangedEvent} crm-user-changed - A user was changed.
 */
export class CrmUsers extends SettingsList {
  static override styles = [SettingsList.styles, styles];

  @state() private filter: UserFilter = 'active';
  /** Why something was refused, by the user that it was about. */
  @state() private faults: ReadonlyMap<string, string> = new Map();
  @query('crm-user-dialog') private readonly dialog!: CrmUserDialog;

  readonly #users = new StoreController<Resource<ListState<User>>, UsersStore>(
    this,
    () =>
      this.crm && {
        client: this.crm,
        key: `identity/users/${this.filter}`,
        create: (client) => new UsersStore(client, this.filter),
      },
  );

  protected override ask(change: Change, id: string): boolean {
    return this.dispatchEvent(new CrmUserChangeEvent(change, id));
  }

  protected override tell(change: Change, id: string): void {
    this.dispatchEvent(new CrmUserChangedEvent(change, id));
    if (id === this.rights?.me.id) this.refreshRights();
  }

  protected override render() {
    const { users: terms } = this.words;
    return html`
      <div class="frame">
        <div class="bar" part="bar">
          <slot name="heading"></slot>
          ${this.renderFilter()}
          ${this.renderTools({
            list: this.#users,
            terms,
            mayAdd: this.may('Manage_Users'),
            onAdd: () => this.#edit(undefined),
          })}
        </div>
        ${this.renderReadOnly('Manage_Users')}
        ${this.renderList(this.#users, {
          empty: () => html`<slot name="empty">${renderEmpty(terms.empty[this.filter])}</slot>`,
          ready: (users) => this.renderUsers(users),
        })}
      </div>
      <crm-user-dialog .client=${this.crm}></crm-user-dialog>
      ${this.renderAside()}
    `;
  }

  protected renderFilter(): TemplateResult {
    const { filters: labels, show } = this.words.users;
    return renderSegments({
      label: show,
      options: filters.map((value) => ({ value, label: labels[value] })),
      value: this.filter,
      onChange: (filter) => {
        this.filter = filter;
        this.faults = new Map();
      },
    });
  }

  protected renderUsers({ rows, hasMore }: ListState<User>): TemplateResult {
    const { words: terms } = this;
    const found = this.search.trim() ? rows.filter((user) => matches(user, this.search.trim())) : rows;
    if (found.length === 0 && !hasMore) return renderEmpty(terms.noMatch, terms.noMatchHint);
    const { role, profile, status } = terms.users.fields;
    return html`
      <table part="table" aria-label=${terms.users.title}>
        <thead>
          <tr>
            <th scope="col">${terms.users.user}</th>
            <th scope="col" class="wide">${role}</th>
            <th scope="col" class="wide">${profile}</th>
            <th scope="col">${status}</th>
            <td class="end"></td>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            found,
            ({ id }) => id,
            (user) => this.renderUser(user),
          )}
        </tbody>
      </table>
      ${this.renderRest(this.#users)}
    `;
  }

  protected renderUser(user: User): TemplateResult {
    const isMe = user.id === this.rights?.me.id;
    const mayManage = this.may('Manage_Users');
    return renderUser({
      user,
      isMe,
      mayEdit: user.status !== 'deleted' && (mayManage || isMe),
      mayManage,
      fault: this.faults.get(user.id),
      terms: this.words.users,
      label: this.words.actionsFor(user.name),
      onEdit: () => this.#edit(user),
      onActivate: (isActive) => void this.#activate(user, isActive),
      onRemove: () => this.#remove(user),
    });
  }

  #edit(user: User | undefined): void {
    const { source } = this.#users;
    if (!this.rights || !source) return;
    const save = (values: Partial<UserValues>) =>
      this.change(user ? 'update' : 'add', user?.id ?? '', () =>
        user ? source.update(user, values) : source.add(values),
      );
    void this.dialog.open({ user, me: this.rights.me, mayManage: this.may('Manage_Users'), save });
  }

  async #activate(user: User, isActive: boolean): Promise<void> {
    const { source } = this.#users;
    this.#complain(user.id, undefined);
    try {
      const change = isActive ? 'activate' : 'deactivate';
      await this.change(change, user.id, () => source?.setActive(user, isActive));
    } catch (error) {
      this.#complain(user.id, explain(error, this.words.refusals, this.formats).text);
    }
  }

  #remove(user: User): void {
    const { source } = this.#users;
    const { remove, removeTitle, removeText } = this.words.users;
    this.confirmRemoval({
      heading: removeTitle(user.name),
      text: removeText,
      action: remove,
      run: () => this.change('delete', user.id, () => source?.remove(user)),
    });
  }

  #complain(id: string, text: string | undefined): void {
    const faults = new Map(this.faults);
    if (text === undefined) faults.delete(id);
    else faults.set(id, text);
    this.faults = faults;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-users': CrmUsers;
  }
}
