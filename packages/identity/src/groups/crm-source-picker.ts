import type { CrmClient, Resource } from '@crm-elements/core';
import {
  CrmElement,
  renderResource,
  StoreController,
  type Source as StoreSource,
} from '@crm-elements/core/lit';
import { controls, surfaces } from '@crm-elements/ui';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { words, type Words } from '../i18n/index.js';
import { createRolesStore, rolesKey } from '../roles/roles-store.js';
import { choiceStyles } from '../shared/choice.styles.js';
import { listStyles } from '../shared/list.styles.js';
import type { ListState } from '../shared/list-state.js';
import type { Named } from '../shared/named.js';
import { renderSegments } from '../shared/render-segments.js';
import { createPeopleStore, peopleKey } from '../users/users-store.js';
import { CrmSourcesPickedEvent } from '../events.js';
import { styles } from './crm-source-picker.styles.js';
import { sourceIn, withoutSource, withSource, type Source } from './group.js';
import { createGroupsStore, groupsKey } from './groups-store.js';
import { renderSource } from './render-source.js';
import { sourceStyles } from './source.styles.js';

const kinds = ['users', 'roles', 'groups'] as const;
type Kind = (typeof kinds)[number];

/** Names to choose from; stores of other elements serve. */
interface Choices extends StoreSource<Resource<ListState<Named>>> {
  refresh(): Promise<void>;
  loadAll(): Promise<void>;
}

const choices: Record<Kind, { key: string; create: (client: CrmClient) => Choices }> = {
  users: { key: peopleKey, create: createPeopleStore },
  roles: { key: rolesKey, create: createRolesStore },
  groups: { key: groupsKey, create: createGroupsStore },
};

/**
 * Chooses who belongs to a group: users, roles (with their subordinates) and other groups.
 *
 * @tagname crm-source-picker
 * @csspart chosen - Who is chosen.
 * @csspart source - One who is chosen, or may be.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see them.
 * @fires {CrmSourcesPickedEvent} crm-sources-picked - Others are chosen than before.
 */
export class CrmSourcePicker extends CrmElement {
  static override styles = [
    CrmElement.styles,
    controls,
    surfaces,
    listStyles,
    choiceStyles,
    sourceStyles,
    styles,
  ];
  static override dictionaries = [...CrmElement.dictionaries, words];

  /** Who is chosen. */
  @property({ attribute: false }) value: readonly Source[] = [];

  /** Id of the group itself, which cannot be in itself. */
  @property({ attribute: false }) groupId = '';

  /** Why the choice was refused. */
  @property() error = '';

  @state() private kind: Kind = 'users';
  @state() private search = '';

  readonly #options = new StoreController<Resource<ListState<Named>>, Choices>(
    this,
    () => this.crm && { client: this.crm, ...choices[this.kind] },
  );

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }

  protected override render() {
    const terms = this.#words;
    return html`
      <div role="group" aria-label=${terms.sources} aria-describedby="hint">
        <ul class="chosen plain sources" part="chosen">
          ${this.value.map((source) => this.renderChosen(source))}
        </ul>
        <p class=${this.error ? 'fault' : 'hint'} id="hint" role=${this.error ? 'alert' : nothing}>
          ${this.error || (this.value.length === 0 ? terms.noSources : terms.sourcesHint)}
        </p>
        <div class="tools">
          ${renderSegments({
            label: terms.sources,
            options: kinds.map((value) => ({ value, label: terms.kinds[value] })),
            value: this.kind,
            onChange: (kind) => (this.kind = kind),
          })}
          <input
            type="search"
            aria-label=${terms.searchSources}
            placeholder=${terms.searchSources}
            .value=${this.search}
            @input=${(event: Event) => this.#find((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && event.preventDefault()}
          />
        </div>
        ${renderResource(this.#options.value, {
          terms: (shared) => this.terms(shared),
          retry: () => void this.#options.source?.refresh(),
          isEmpty: ({ rows }) => this.#found(rows).length === 0,
          empty: () => html`<p class="hint none">${terms.noOptions}</p>`,
          ready: ({ rows }) => this.renderChoices(this.#found(rows)),
        })}
      </div>
    `;
  }

  protected renderChosen(source: Source): TemplateResult {
    return html`<li>
      ${renderSource(source, this.#words)}
      <button
        class="take-out"
        type="button"
        aria-label=${this.#words.removeSource(source.name)}
        @click=${() => this.#pick(withoutSource(this.value, source))}
      >
        ×
      </button>
    </li>`;
  }

  protected renderChoices(options: readonly Named[]): TemplateResult {
    return html`<div class="options" role="group" aria-label=${this.#words.kinds[this.kind]}>
      ${repeat(
        options,
        ({ id }) => `${this.kind}/${id}`,
        (option) => this.renderChoice(option),
      )}
    </div>`;
  }

  protected renderChoice({ id, name }: Named): TemplateResult {
    const terms = this.#words;
    const chosen = sourceIn(this.value, { type: this.kind, id });
    const source = { type: this.kind, id, name, withBelow: false };
    const choose = (isChosen: boolean) =>
      this.#pick(isChosen ? withSource(this.value, source) : withoutSource(this.value, source));
    const extend = (withBelow: boolean) => this.#pick(withSource(this.value, { ...source, withBelow }));
    return html`<div class="option" part="source">
      <label class="choice">
        <input type="checkbox" .checked=${chosen !== undefined} @change=${whetherChecked(choose)} />
        <bdi>${name}</bdi>
      </label>
      ${
        chosen && this.kind === 'roles'
          ? html`<label class="choice below">
              <input
                type="checkbox"
                aria-label=${terms.withBelowLabel(name)}
                .checked=${chosen.withBelow}
                @change=${whetherChecked(extend)}
              />
              ${terms.subordinates}
            </label>`
          : nothing
      }
    </div>`;
  }

  #found(rows: readonly Named[]): readonly Named[] {
    const wanted = this.search.trim().toLocaleLowerCase();
    const others = rows.filter(({ id }) => this.kind !== 'groups' || id !== this.groupId);
    return others.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  }

  #find(search: string): void {
    this.search = search;
    void this.#options.source?.loadAll();
  }

  #pick(value: readonly Source[]): void {
    this.value = value;
    this.dispatchEvent(new CrmSourcesPickedEvent(value));
  }

  get #words(): Words['groups'] {
    return this.terms(words).groups;
  }
}

const whetherChecked = (tell: (isChecked: boolean) => void) => (event: Event) =>
  tell((event.target as HTMLInputElement).checked);

declare global {
  interface HTMLElementTagNameMap {
    'crm-source-picker': CrmSourcePicker;
  }
}
