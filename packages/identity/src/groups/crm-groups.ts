import type { Resource } from '@crm-elements/core';
import { Announcer, renderResource, StoreController } from '@crm-elements/core/lit';
import { renderMore } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CrmGroupChangedEvent, CrmGroupChangeEvent, type Change } from '../events.js';
// The element's parts; templates are checked against them.
import '../shared/crm-removal-dialog.js';
import type { CrmRemovalDialog } from '../shared/crm-removal-dialog.js';
import type { ListState } from '../shared/list-state.js';
import { renderEmpty } from '../shared/render-empty.js';
import { renderRowMenu, type MenuItem } from '../shared/render-row-menu.js';
import { RightsElement } from '../shared/rights-element.js';
import './crm-group-dialog.js';
import type { CrmGroupDialog } from './crm-group-dialog.js';
import './crm-group-members.js';
import { styles } from './crm-groups.styles.js';
import type { Group, GroupValues } from './group.js';
import { createGroupsStore, groupsKey, type GroupsStore } from './groups-store.js';
import { renderSource } from './render-source.js';

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
export class CrmGroups extends RightsElement {
  static override styles = [RightsElement.styles, styles];

  @state() private search = '';
  @state() private opened: ReadonlySet<string> = new Set();
  /** Counts changes: members of one group follow from those of others. */
  @state() private revision = 0;
  @query('crm-group-dialog') private readonly dialog!: CrmGroupDialog;
  @query('crm-removal-dialog') private readonly removal!: CrmRemovalDialog;

  readonly #groups = new StoreController<Resource<ListState<Group>>, GroupsStore>(
    this,
    () => this.crm && { client: this.crm, key: groupsKey, create: createGroupsStore },
  );
  readonly #announcer = new Announcer(this);

  protected override render() {
    const { groups: terms } = this.words;
    return html`
      <div class="frame">
        <div class="bar" part="bar">
          <slot name="heading"></slot>
          <div class="end">
            <input
              type="search"
              aria-label=${terms.search}
              placeholder=${terms.search}
              .value=${this.search}
              @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}
            />
            ${
              this.may('Manage_Groups')
                ? html`<button class="button primary" type="button" @click=${() => this.#edit(undefined)}>
                    ${terms.add}
                  </button>`
                : nothing
            }
          </div>
        </div>
        ${this.renderReadOnly('Manage_Groups')}
        ${renderResource(this.#groups.value, {
          terms: (words) => this.terms(words),
          retry: () => void this.#groups.source?.refresh(),
          isEmpty: ({ rows }) => rows.length === 0,
          empty: () => html`<slot name="empty">${renderEmpty(terms.emptyTitle, terms.emptyHint)}</slot>`,
          ready: (groups) => this.renderGroups(groups),
        })}
      </div>
      <div class="visually-hidden" role="status">${this.#announcer.text}</div>
      <crm-group-dialog .client=${this.crm}></crm-group-dialog>
      <crm-removal-dialog .client=${this.crm}></crm-removal-dialog>
    `;
  }

  protected renderGroups({ rows, hasMore, more }: ListState<Group>): TemplateResult {
    const { words: terms } = this;
    const wanted = this.search.trim().toLocaleLowerCase();
    const found = rows.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
    if (found.length === 0 && !hasMore) return renderEmpty(terms.noMatch, terms.noMatchHint);
    return html`
      <ul class="groups" part="list" aria-label=${terms.groups.title}>
        ${repeat(
          found,
          ({ id }) => id,
          (group) => this.renderGroup(group),
        )}
      </ul>
      ${renderMore({
        hasMore,
        state: more,
        label: terms.loadMore,
        terms,
        onMore: () => void this.#groups.source?.loadMore(),
      })}
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

  #find(search: string): void {
    this.search = search;
    if (search.trim()) void this.#groups.source?.loadAll();
  }

  #toggle(id: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(id)) opened.add(id);
    this.opened = opened;
  }

  #edit(group: Group | undefined): void {
    const { source } = this.#groups;
    const save = (values: GroupValues) =>
      this.#change(group ? 'update' : 'add', group?.id ?? '', async () => {
        await (group ? source?.update(group, values) : source?.add(values));
      });
    void this.dialog.open({ group, save });
  }

  #remove(group: Group): void {
    const { source } = this.#groups;
    const { remove, removeTitle, removeText } = this.words.groups;
    void this.removal.open({
      heading: removeTitle(group.name),
      text: removeText,
      action: remove,
      run: () => this.#change('delete', group.id, async () => source?.remove(group)),
    });
  }

  /** Asks the host, does it, and tells it. @throws {CrmError} */
  async #change(change: Change, id: string, run: () => Promise<void>): Promise<void> {
    if (!this.dispatchEvent(new CrmGroupChangeEvent(change, id))) return;
    await run();
    this.revision++;
    this.dispatchEvent(new CrmGroupChangedEvent(change, id));
    this.#announcer.say(() => this.words.told[change]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-groups': CrmGroups;
  }
}
