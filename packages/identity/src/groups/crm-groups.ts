import type { Resource } from '@crm-elements/core';
import { StoreController } from '@crm-elements/core/lit';
import { chevron } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmGroupChangedEvent, CrmGroupChangeEvent, type Change } from '../events.js';
import { choiceStyles } from '../shared/choice.styles.js';
import type { ListState } from '../shared/list-state.js';
import { renderEmpty } from '../shared/render-empty.js';
import { renderRowMenu, type MenuItem } from '../shared/render-row-menu.js';
import { SettingsList } from '../shared/settings-list.js';
import './crm-group-dialog.js';
import type { CrmGroupDialog } from './crm-group-dialog.js';
import './crm-group-members.js';
import { styles } from './crm-groups.styles.js';
import type { Group, GroupValues } from './group.js';
import { createGroupsStore, groupsKey, type GroupsStore } from './groups-store.js';
import { renderSource } from './render-source.js';
import { sourceStyles } from './source.styles.js';

/**
 * The groups of the organization: who belongs to each, and whom that comes to. Those who may manage groups make,
 * edit and delete them.
 *
 * @tagname crm-groups
 * @slot heading - Before the search.
 * @slot empty - Instead of the words shown when there are no groups.
 * @csspart bar - The line with heading, search and the button.
 * @csspart note - Why nothing can be changed.
 * @csspart list - The list of groups.
 * @csspart row - A group.
 * @csspart details - The users that a group comes to.
 * @csspart more - The button that loads more, and its words.
 * @csspart empty - The words shown when there is nothing.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see groups.
 * @fires {CrmGroupChangeEvent} crm-group-change - A group is about to be changed; cancel it to prevent that.
 * @fires {CrmGroupChangedEvent} crm-group-changed - A group was changed.
 */
export class CrmGroups extends SettingsList {
  static override styles = [SettingsList.styles, chevron, choiceStyles, sourceStyles, styles];

  @state() private opened: ReadonlySet<string> = new Set();
  /** Counts changes: members of one group follow from those of others. */
  @state() private revision = 0;
  @query('crm-group-dialog') private readonly dialog!: CrmGroupDialog;

  readonly #groups = new StoreController<Resource<ListState<Group>>, GroupsStore>(
    this,
    () => this.crm && { client: this.crm, key: groupsKey, create: createGroupsStore },
  );

  protected override ask(change: Change, id: string): boolean {
    return this.dispatchEvent(new CrmGroupChangeEvent(change, id));
  }

  protected override tell(change: Change, id: string): void {
    this.revision++;
    this.dispatchEvent(new CrmGroupChangedEvent(change, id));
  }

  protected override render() {
    const { groups: terms } = this.words;
    return html`
      <div class="frame">
        <div class="bar" part="bar">
          <slot name="heading"></slot>
          ${this.renderTools({
            list: this.#groups,
            terms,
            mayAdd: this.may('Manage_Groups'),
            onAdd: () => this.#edit(undefined),
          })}
        </div>
        ${this.renderReadOnly('Manage_Groups')}
        ${this.renderList(this.#groups, {
          empty: () => html`<slot name="empty">${renderEmpty(terms.emptyTitle, terms.emptyHint)}</slot>`,
          ready: (groups) => this.renderGroups(groups),
        })}
      </div>
      <crm-group-dialog .client=${this.crm}></crm-group-dialog>
      ${this.renderAside()}
    `;
  }

  protected renderGroups({ rows, hasMore }: ListState<Group>): TemplateResult {
    const { words: terms } = this;
    const wanted = this.search.trim().toLocaleLowerCase();
    const found = rows.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    if (found.length === 0 && !hasMore) return renderEmpty(terms.noMatch, terms.noMatchHint);
    return html`
      <ul class="groups plain" part="list" aria-label=${terms.groups.title}>
        ${repeat(
          found,
          ({ id }) => id,
          (group) => this.renderGroup(group),
        )}
      </ul>
      ${this.renderRest(this.#groups)}
    `;
  }

  protected renderGroup(group: Group): TemplateResult {
    const { groups: terms } = this.words;
    const isOpen = this.opened.has(group.id);
    return html`
      <li part="row">
        <div class="line">
          <div class="lines">
            <button
              class="name"
              type="button"
              aria-expanded=${isOpen}
              aria-controls=${isOpen ? `members-${group.id}` : nothing}
              @click=${() => this.#toggle(group.id)}
            >
              <span class="chevron" aria-hidden="true"></span><bdi>${group.name}</bdi>
            </button>
            ${group.description ? html`<bdi class="small">${group.description}</bdi>` : nothing}
            <div class="sources">${group.sources.map((source) => renderSource(source, terms))}</div>
          </div>
          ${renderRowMenu(group.id, this.words.actionsFor(group.name), this.#items(group))}
        </div>
        ${
          isOpen
            ? html`<div class="details" part="details" id="members-${group.id}">
                <crm-group-members
                  .client=${this.crm}
                  .groupId=${group.id}
                  .revision=${this.revision}
                  .label=${terms.details(group.name)}
                ></crm-group-members>
              </div>`
            : nothing
        }
      </li>
    `;
  }

  #items(group: Group): MenuItem[] {
    if (!this.may('Manage_Groups')) return [];
    const { editAction, remove } = this.words.groups;
    return [
      { label: editAction, run: () => this.#edit(group) },
      { label: remove, isDangerous: true, run: () => this.#remove(group) },
    ];
  }

  #toggle(id: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  #edit(group: Group | undefined): void {
    const { source } = this.#groups;
    const save = (values: GroupValues) =>
      this.change(group ? 'update' : 'add', group?.id ?? '', () =>
        group ? source?.update(group, values) : source?.add(values),
      );
    void this.dialog.open({ group, save });
  }

  #remove(group: Group): void {
    const { source } = this.#groups;
    const { remove, removeTitle, removeText } = this.words.groups;
    this.confirmRemoval({
      heading: removeTitle(group.name),
      text: removeText,
      action: remove,
      run: () => this.change('delete', group.id, () => source?.remove(group)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-groups': CrmGroups;
  }
}
