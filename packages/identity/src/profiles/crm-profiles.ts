import type { ReadStore, Resource } from '@crm-elements/core';
import { renderResource, StoreController } from '@crm-elements/core/lit';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  CrmProfileChangedEvent,
  CrmProfileChangeEvent,
  CrmProfileOpenEvent,
  type Change,
} from '../events.js';
import type { ListState } from '../shared/list-state.js';
import type { ListStore } from '../shared/list-store.js';
import { leavingStyles } from '../shared/leaving.styles.js';
import { renderEmpty } from '../shared/render-empty.js';
import { renderLeaving } from '../shared/render-leaving.js';
import { renderRowMenu, type MenuItem } from '../shared/render-row-menu.js';
import { SettingsList } from '../shared/settings-list.js';
import type { User } from '../users/user.js';
import { createPeopleStore, peopleKey } from '../users/users-store.js';
import './crm-profile.js';
import type { CrmProfile } from './crm-profile.js';
import './crm-profile-dialog.js';
import type { CrmProfileDialog } from './crm-profile-dialog.js';
import { styles } from './crm-profiles.styles.js';
import type { ProfileSummary } from './profile.js';
import { createProfilesStore, profilesKey, type ProfilesStore } from './profiles-store.js';
import { createSeveralUsersStore, severalUsersKey } from './several-users-store.js';

/**
 * The profiles of the organization with how many users have each; one opens to what it allows. An organization
 * with a single user has nothing to tell apart: the element says so instead.
 *
 * @tagname crm-profiles
 * @slot heading - Above the list.
 * @csspart back - The way back to the list.
 * @csspart note - Why nothing can be changed.
 * @csspart table - The table.
 * @csspart row - The row of a profile.
 * @csspart kind - Whether a profile comes with the product.
 * @csspart leaving - The question about unsaved changes.
 * @csspart empty - The words shown when there is nothing, or a single user.
 * @csspart loading - While nothing is known yet.
 * @csspart stale - The notice above data that may be behind.
 * @csspart error - The words about an error.
 * @csspart forbidden - The words for those who may not see profiles.
 * @fires {CrmProfileOpenEvent} crm-profile-open - A profile was activated; the element shows it unless cancelled.
 * @fires {CrmProfileChangeEvent} crm-profile-change - A profile is about to be changed; cancel it to prevent that.
 * @fires {CrmProfileChangedEvent} crm-profile-changed - A profile was changed.
 */
export class CrmProfiles extends SettingsList {
  static override styles = [SettingsList.styles, leavingStyles, styles];

  /** Id of the profile that is shown; the list when empty. */
  @property({ attribute: 'profile-id' }) profileId = '';

  /** Going back with unsaved changes was asked for. */
  @state() private isLeaving = false;
  @query('crm-profile') private readonly profile!: CrmProfile | null;
  @query('crm-profile-dialog') private readonly dialog!: CrmProfileDialog;

  readonly #several = new StoreController<Resource<boolean>, ReadStore<boolean>>(
    this,
    () => this.crm && { client: this.crm, key: severalUsersKey, create: createSeveralUsersStore },
  );
  readonly #profiles = new StoreController<Resource<ListState<ProfileSummary>>, ProfilesStore>(
    this,
    () => this.crm && { client: this.crm, key: profilesKey, create: createProfilesStore },
  );
  readonly #people = new StoreController<Resource<ListState<User>>, ListStore<User>>(
    this,
    () => this.crm && { client: this.crm, key: peopleKey, create: createPeopleStore },
  );

  protected override ask(change: Change, id: string): boolean {
    return this.dispatchEvent(new CrmProfileChangeEvent(change, id));
  }

  protected override tell(change: Change, id: string): void {
    this.dispatchEvent(new CrmProfileChangedEvent(change, id));
    if (change === 'delete') void this.#people.source?.refresh();
  }

  protected override render() {
    return html`
      <div class="frame">
        ${this.profileId ? this.renderBack() : html`<slot name="heading"></slot>`}
        ${renderResource(this.#several.value, {
          terms: (words) => this.terms(words),
          retry: () => void this.#several.source?.refresh(),
          isEmpty: (areSeveral) => !areSeveral,
          empty: () => renderEmpty(this.words.profiles.aloneTitle, this.words.profiles.alone),
          ready: () =>
            this.profileId
              ? html`<crm-profile
                  .client=${this.crm}
                  .profileId=${this.profileId}
                  @crm-profile-changed=${() => void this.#profiles.source?.refresh()}
                ></crm-profile>`
              : this.renderAll(),
        })}
      </div>
      <crm-profile-dialog .client=${this.crm}></crm-profile-dialog>
      ${this.renderAside()}
    `;
  }

  protected renderBack(): TemplateResult {
    const { words: terms } = this;
    return html`<div class="bar back" part="back">
      <button class="button quiet" type="button" @click=${() => this.#back()}>
        <span class="arrow" aria-hidden="true"></span>${terms.profiles.back}
      </button>
      ${
        this.isLeaving
          ? html`<div part="leaving">
              ${renderLeaving({
                terms,
                onDiscard: () => this.#close(),
                onKeep: () => (this.isLeaving = false),
              })}
            </div>`
          : nothing
      }
    </div>`;
  }

  protected renderAll() {
    const { profiles: terms } = this.words;
    return html`${this.renderReadOnly('Manage_Profiles')}
    ${this.renderList(this.#profiles, {
      empty: () => renderEmpty(terms.title),
      ready: ({ rows }) => this.renderProfiles(rows),
    })}`;
  }

  protected renderProfiles(rows: readonly ProfileSummary[]): TemplateResult {
    const { profiles: terms } = this.words;
    return html`
      <table part="table" aria-label=${terms.title}>
        <thead>
          <tr>
            <th scope="col">${terms.profile}</th>
            <th scope="col" class="number">${terms.users}</th>
            <td class="end"></td>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            ({ id }) => id,
            (profile) => this.renderProfile(profile),
          )}
        </tbody>
      </table>
    `;
  }

  protected renderProfile(profile: ProfileSummary): TemplateResult {
    const { profiles: terms } = this.words;
    const count = this.#count(profile);
    return html`
      <tr part="row">
        <th scope="row">
          <span class="first">
            <button class="name" type="button" @click=${() => this.#open(profile.id)}>
              <bdi>${profile.name}</bdi>
            </button>
            <span class="chip" part="kind">${profile.isCustom ? terms.custom : terms.standard}</span>
          </span>
          ${profile.description ? html`<bdi class="small lines">${profile.description}</bdi>` : nothing}
        </th>
        <td class="number">${count === undefined ? nothing : this.formats.number(count)}</td>
        <td class="end">
          ${renderRowMenu(profile.id, this.words.actionsFor(profile.name), this.#items(profile))}
        </td>
      </tr>
    `;
  }

  #items(profile: ProfileSummary): MenuItem[] {
    const { profiles: terms } = this.words;
    const open = { label: terms.open, run: () => this.#open(profile.id) };
    if (!this.may('Manage_Profiles')) return [open];
    return [
      open,
      { label: terms.clone, run: () => this.#clone(profile) },
      ...(profile.isCustom
        ? [
            { label: terms.rename, run: () => this.#rename(profile) },
            { label: terms.remove, isDangerous: true, run: () => this.#remove(profile) },
          ]
        : []),
    ];
  }

  /** Users of a profile; undefined as long as they are not counted. */
  #count({ id }: ProfileSummary): number | undefined {
    return this.#people.value?.data?.rows.filter(({ profile }) => profile.id === id).length;
  }

  #open(id: string): void {
    if (this.dispatchEvent(new CrmProfileOpenEvent(id))) this.profileId = id;
  }

  #back(): void {
    if (this.profile?.isChanged) {
      this.isLeaving = true;
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.keep')?.focus());
    } else this.#close();
  }

  #close(): void {
    const { profileId } = this;
    this.isLeaving = false;
    this.profileId = '';
    void this.updateComplete.then(() => this.#focusRow(profileId));
  }

  #focusRow(id: string): void {
    const rows = this.#profiles.value?.data?.rows ?? [];
    const index = rows.findIndex((profile) => profile.id === id);
    [...this.renderRoot.querySelectorAll<HTMLElement>('button.name')][index]?.focus();
  }

  #clone(profile: ProfileSummary): void {
    const { profiles: terms } = this.words;
    void this.dialog.open({
      heading: terms.cloneTitle(profile.name),
      action: terms.clone,
      hint: terms.cloneHint,
      texts: { name: terms.cloneOf(profile.name), description: profile.description },
      save: (texts) => this.change('add', profile.id, () => this.#profiles.source?.clone(profile, texts)),
    });
  }

  #rename(profile: ProfileSummary): void {
    const { profiles: terms } = this.words;
    void this.dialog.open({
      heading: terms.renameTitle(profile.name),
      action: this.words.save,
      texts: { name: profile.name, description: profile.description },
      save: (texts) => this.change('update', profile.id, () => this.#profiles.source?.rename(profile, texts)),
    });
  }

  #remove(profile: ProfileSummary): void {
    const { profiles: terms } = this.words;
    const count = this.#count(profile) ?? 0;
    const others = this.#profiles.value?.data?.rows.filter(({ id }) => id !== profile.id) ?? [];
    this.confirmRemoval({
      heading: terms.removeTitle(profile.name),
      text: terms.removeText(terms.count(this.formats.number(count), this.formats.plural(count))),
      action: terms.remove,
      // The one that allows least comes last, so that nobody becomes an administrator by haste.
      transfer: { label: terms.transfer, hint: terms.transferHint, options: [...others].reverse() },
      run: (transferTo) =>
        this.change('delete', profile.id, () => this.#profiles.source?.remove(profile, transferTo)),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-profiles': CrmProfiles;
  }
}
